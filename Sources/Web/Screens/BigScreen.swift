import Cabinet
import HTTPTypes
import Hummingbird
import NIOCore
import Paper
import PaperWire
import Rules

/// `/meetings/{id}/screen`: the wall of a meeting; `/screen`: the wall of a room, which shows whatever session of its body is on.
struct BigScreen {
    /// The bar stands in one row up to this many seats.
    static let seatsPerRow = 26

    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("screen", use: always)
        router.get("meetings/:id/screen", use: show)
        router.get("meetings/:id/screen/page.png", use: page)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let scene = try await stage.scene(context)
        return try stage.page("screen/screen", title: scene.meeting.title, BigScreenModel(scene, stage.phrases(context)), request, context)
    }

    /// For accounts that hang on a wall; nobody else has one.
    @Sendable func always(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        guard caller.person?.role == .screen else { throw Refusal(.notFound) }
        let now = context.arrivedAt
        let (meeting, name) = try await stage.at.cabinet.read { tx in (try RoomScreens.meeting(for: caller, at: now, in: tx), try RoomScreens.bodyName(for: caller, in: tx)) }
        let p = stage.phrases(context)
        guard let meeting else {
            let idle = IdleWall(
                serverNow: now.ms, refreshSeconds: Self.idleSeconds, bodyName: name ?? context.session?.account.name ?? "", clock: now.text(.clock),
                headline: p.t(name == nil ? "screen.unassigned" : "screen.idle"), line: name == nil ? p.t("screen.unassignedWhy") : now.text(.date, in: p.language))
            return try stage.page("screen/idle", title: idle.headline, idle, request, context)
        }
        let scene = try await stage.scene(meeting, context)
        var model = BigScreenModel(scene, p)
        model.isAlways = true
        // While nothing is on, another session may open.
        model.refreshSeconds = [.open, .paused].contains(scene.meeting.state) ? nil : Self.idleSeconds
        return try stage.page("screen/screen", title: scene.meeting.title, model, request, context)
    }

    /// How often a wall without a session looks whether there is one.
    static let idleSeconds = 15

    /// The image of the page that hangs on the wall now, and of no other.
    @Sendable func page(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        guard let shown = try await stage.at.cabinet.read({ tx in try Presentations.onTheWall(in: id, for: caller, tx: tx) }), let digest = ContentDigest(hex: shown.document.sha256)
        else { throw Refusal(.notFound) }
        let tag = "\"\(shown.document.sha256)-\(shown.page)-wall\""
        var headers: HTTPFields = [.eTag: tag, .cacheControl: "private, no-cache"]
        if request.holds(tag) { return Response(status: .notModified, headers: headers) }
        let image = try await stage.at.pages.image(of: digest, page: shown.page, widthPx: Self.pageWidthPx)
        headers[.contentType] = "image/png"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: image.png)))
    }

    /// Sharp on a wall of 4K pixels, where a page takes the height.
    static let pageWidthPx = 1600
}

extension BigScreenModel {
    init(_ scene: MeetingScene, _ p: Phrases) {
        let t = p.t
        let meeting = scene.meeting
        let state = p.state(meeting.state)
        meetingId = scene.id
        epoch = meeting.epoch
        head = meeting.head
        serverNow = scene.now.ms
        title = meeting.title
        stateWord = state.word
        stateClass = state.kind
        stateSymbol = state.symbol
        clock = scene.now.text(.clock)
        lamp = p.lamp(meeting)
        wallLines = []
        wallSpeech = nil
        layout = ""
        footRight = meeting.presidingName.map { t("screen.presiding", ["name": $0]) }
        let poll = scene.shownPoll.flatMap { poll in scene.isOpenToTheRoom(poll.item) && (poll.state == .open || poll.verdict != nil) ? poll : nil }
        // Who speaks is more to the room than a result it has seen.
        let hasPoll = poll.map { $0.state == .open || scene.floor.speaker == nil } ?? false
        if meeting.state == .open, !scene.isOpenToTheRoom(meeting.currentItem) {
            // The wall is seen by whoever passes: it shows what a guest may read, whoever opened it.
            kicker = meeting.bodyName
            headline = t("screen.closedPart")
        } else if scene.isRunning, !scene.together.isEmpty, !scene.consent.open.isEmpty || (scene.floor.speaker == nil && scene.presentedOnWall == nil) {
            kicker = t("screen.together", ["n": "\(scene.together.count)"])
            headline = meeting.title
            wallTogether = Together(scene.together, scene, p)
        } else if meeting.state == .open, let shown = scene.presentedOnWall, !hasPoll || poll.map({ $0.state != .open && $0.closedAt.map { $0 < shown.at } ?? false }) ?? true {
            layout = "with-page"
            wallSpeech = scene.floor.speaker.flatMap { scene.isOpenToTheRoom($0.item) ? SpeechModel($0, scene, p, onWall: true) : nil }
            let atTop = scene.items.count { $0.depth == 0 }
            kicker =
                scene.current.map { $0.depth == 0 ? t("screen.itemOf", ["number": $0.label, "count": "\(atTop)"]) : t("screen.item", ["number": $0.label]) }
                ?? meeting.bodyName
            headline = scene.current?.title ?? meeting.title
            wallPage = Page(shown, scene, p)
        } else if scene.isRunning, hasPoll, let poll {
            let item = scene.item(poll.item)
            kicker = p.line(item.map { t("screen.vote", ["number": "\($0.label)"]) } ?? t("screen.votePlain"), scene.round(of: poll, p))
            headline = poll.title
            wallPoll = Poll(poll, scene, p)
            footLeft = poll.subject.map { t("screen.subject", ["title": poll.subjectTitle ?? "", "version": "\($0.version)", "digest": p.short($0.sha256)]) }
        } else if meeting.state == .open, let item = scene.current {
            wallSpeech = scene.floor.speaker.flatMap { scene.isOpenToTheRoom($0.item) ? $0 : nil }.map { SpeechModel($0, scene, p, onWall: true) }
            kicker = item.depth == 0 ? t("screen.itemOf", ["number": item.label, "count": "\(scene.items.count { $0.depth == 0 })"]) : t("screen.item", ["number": item.label])
            headline = item.title
            wallLines = [
                item.submitter.isEmpty ? "" : t("screen.submitter", ["name": item.submitter]),
                item.rapporteur.isEmpty ? "" : t("screen.rapporteur", ["name": item.rapporteur]),
            ].filter { !$0.isEmpty }
        } else {
            kicker = meeting.bodyName
            headline = meeting.title
            wallLines = [Self.standing(scene, p), meeting.place].filter { !$0.isEmpty }
        }
    }

    private static func standing(_ scene: MeetingScene, _ p: Phrases) -> String {
        switch scene.meeting.state {
        case .draft: p.t("screen.prepare")
        case .convened: p.t("screen.soon", ["time": p.moment(scene.meeting.startsAt)])
        case .open: ""
        case .paused: p.t("screen.paused")
        case .closed, .minutesApproved, .archived: p.t("screen.over")
        case .cancelled: p.t("screen.cancelled")
        }
    }
}

extension MeetingScene {
    /// Whether an item may be seen by whoever is in the room; what belongs to none may.
    func isOpenToTheRoom(_ id: AgendaItemID?) -> Bool {
        guard let id else { return true }
        return item(id).map { ItemAccess(visibility: $0.visibility, isClosed: $0.isClosed).mayRead(.guest) } ?? false
    }
}

extension BigScreenModel.Page {
    init(_ shown: ShownPage, _ scene: MeetingScene, _ p: Phrases) {
        let document = shown.document
        let size = document.sizes.indices.contains(shown.page - 1) ? document.sizes[shown.page - 1] : nil
        let numbers = ["page": "\(shown.page)", "pages": "\(document.pages ?? 1)", "title": document.title]
        pageHref = "\(scene.path)/screen/page.png?v=\(document.sha256.prefix(16))-\(shown.page)"
        pageWidth = Int((size?.widthPt ?? 595).rounded())
        pageHeight = Int((size?.heightPt ?? 842).rounded())
        pageAlt = p.t("screen.pageAlt", numbers)
        pageTitle = document.title
        pageLine = p.t("screen.page", numbers)
    }
}

extension BigScreenModel.Poll {
    init(_ poll: PollView, _ scene: MeetingScene, _ p: Phrases) {
        wallPollId = poll.id.text
        ruleLine = scene.ruleLine(poll, p)
        if poll.state != .open, let verdict = poll.verdict {
            let model = ResultModel(poll, verdict, p, perRow: BigScreen.seatsPerRow)
            let said = p.outcome(verdict.outcome, of: poll)
            verdictText = said.word.uppercased()
            verdictCount = verdict.approval.map { "\($0.tally.for)/\($0.base)" } ?? verdict.election.map { p.titles($0.elected, of: poll) }.flatMap { verdict.outcome == .adopted ? $0 : nil }
            outcomeClass = said.kind
            outcomeSymbol = said.symbol
            viewBox = model.resultViewBox
            seatsText = model.resultText
            seats = model.resultSeats
            wallCounts = model.counts
            liveTurnout = false
        } else {
            let returned = min(poll.returned, poll.entitled)
            let heads = poll.result?.heads
            let groups =
                heads.map { [("for", $0.for), ("against", $0.against), ("abstain", $0.abstain), ("empty", $0.none)] } ?? [
                    ("returned", returned), ("empty", poll.entitled - returned),
                ]
            let bar = SeatBar(groups, perRow: BigScreen.seatsPerRow)
            outcomeClass = ""
            outcomeSymbol = ""
            viewBox = bar.viewBox
            seats = bar.seats
            seatsText = p.t("poll.turnoutText", ["returned": "\(returned)", "of": "\(poll.entitled)"])
            // Hands and answers are counted by people: nothing comes in one by one.
            wallCounts = poll.taking == .devices
                ? [CountModel(countWord: p.t("screen.returned"), countNumber: "\(returned)/\(poll.entitled)", countSymbol: "vote", countClass: "")]
                : [CountModel(countWord: p.t("count.taking.\(poll.taking.rawValue)"), countNumber: "", countSymbol: "people", countClass: "")]
            liveTurnout = heads == nil && poll.taking == .devices
            closesAt = poll.closesAt?.ms
            closesAtText = poll.closesAt.map(p.moment)
        }
    }
}
