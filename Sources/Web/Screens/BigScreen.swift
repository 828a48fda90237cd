import Cabinet
import Hummingbird
import Rules

/// `/meetings/{id}/screen`: the wall.
struct BigScreen {
    /// The bar stands in one row up to this many seats.
    static let seatsPerRow = 26

    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("meetings/:id/screen", use: show)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let scene = try await stage.scene(context)
        return try stage.page("screen/screen", title: scene.meeting.title, BigScreenModel(scene, stage.phrases(context)), request, context)
    }
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
        footRight = meeting.presidingName.map { t("screen.presiding", ["name": $0]) }
        let isPrivate = scene.isInClosedPart || (meeting.state == .open && scene.current?.isClosed == true)
        if isPrivate {
            // The wall is seen by whoever passes.
            kicker = meeting.bodyName
            headline = t("screen.closedPart")
        } else if scene.isRunning, let poll = scene.shownPoll, poll.state == .open || (poll.verdict != nil && scene.floor.speaker == nil) {
            // Who speaks is more to the room than a result it has seen.
            let item = scene.item(poll.item)
            kicker =
                item.map { t(poll.round > 1 ? "screen.voteRound" : "screen.vote", ["number": "\($0.number)", "round": "\(poll.round)"]) } ?? t("screen.votePlain")
            headline = poll.title
            wallPoll = Poll(poll, scene, p)
            footLeft = poll.subject.map { t("screen.subject", ["title": poll.subjectTitle ?? "", "version": "\($0.version)", "digest": p.short($0.sha256)]) }
        } else if meeting.state == .open, let item = scene.current {
            wallSpeech = scene.floor.speaker.map { SpeechModel($0, scene, p, onWall: true) }
            kicker = t("screen.itemOf", ["number": "\(item.number)", "count": "\(scene.items.count)"])
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
