import PaperWire
import Cabinet
import Hummingbird
import Paper
import Rules

/// `/`: what is on now, what waits for me, what comes next.
struct HomeScreen {
    /// How far back meetings are listed.
    static let pastDays: Int64 = 62
    /// Most meetings looked at.
    static let most = 200
    /// A convened meeting stands under "now" this long before it starts.
    static let soonSeconds: Int64 = 12 * 3600

    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("/", use: show)
        router.get("fragments/home", use: fragment)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        if context.session?.account.role == .screen { return .redirect(to: "/screen", type: .normal) }
        return try stage.page("home/home", title: stage.words(context)("nav.home"), try await model(context), request, context)
    }

    @Sendable func fragment(_ request: Request, _ context: AppContext) async throws -> Response {
        try stage.parts([("home/blocks-fragment", try await model(context))], context)
    }

    private func model(_ context: AppContext) async throws -> HomeModel {
        let caller = try context.caller()
        let now = context.arrivedAt
        let from = now + -(Self.pastDays * 86_400)
        let p = stage.phrases(context)
        let (meetings, waiting, ties) = try await stage.at.cabinet.read { tx in
            (
                try Meetings.list(for: caller, from: from, after: nil, limit: Self.most, in: tx).items,
                try Polls.waiting(for: caller, at: now, in: tx), try Polls.toDecide(by: caller, at: now, in: tx)
            )
        }
        // This page tells him of them.
        try await stage.at.note(.reached, of: meetings.filter { [.convened, .open, .paused].contains($0.state) }.map(\.id), context)
        let vault = stage.at.cabinet.vault
        let own = try await stage.at.cabinet.read { tx in
            try HomeModel.Waiting.invitations(Invitations.unanswered(by: caller, at: now, in: tx), meetings, p)
                + meetings.flatMap { try HomeModel.Waiting.ofChair($0, for: caller, vault: vault, p, in: tx) }
        }
        let current = meetings.filter { Self.isNow($0, now) }
        var scenes: [MeetingScene] = []
        for meeting in current { scenes.append(try await MeetingScene.load(meeting.id, for: caller, at: now, from: stage.at.cabinet)) }
        let coming = meetings.filter { $0.state == .convened && !Self.isNow($0, now) }
        var papers: [MeetingID: Int] = [:]
        for meeting in coming {
            papers[meeting.id] = try await stage.at.cabinet.read { tx in try Documents.list(of: meeting.id, for: caller, in: tx).count }
        }
        let drafts = meetings.filter { $0.state == .draft && $0.standing.secretary }
        let past = meetings.filter { [.closed, .minutesApproved, .archived].contains($0.state) }.sorted { $0.startsAt > $1.startsAt }
        let role = context.session?.account.role
        let prepares = role == .secretary || role == .admin || meetings.contains(where: \.standing.secretary)
        var task: HomeModel.TrustTask?
        if role == .admin { task = try await trustTask(p) }
        let reports = try await HomeReports.load(for: caller, at: now, from: stage.at.cabinet, p)
        return HomeModel(
            greeting: p.t("home.greeting", ["name": context.session?.account.name ?? ""]), today: now.text(.full, in: p.language),
            now: scenes.map { HomeModel.Now($0, p) }, waiting: (ties + waiting).map { HomeModel.Waiting($0, meetings, p) } + own + reports.waiting, desk: reports.desk,
            preparing: prepares ? HomeModel.Preparing(drafts: drafts.map { HomeModel.Draft($0, p) }) : nil, trustTask: task, hasNext: !coming.isEmpty,
            next: coming.map { HomeModel.Next($0, papers: papers[$0.id] ?? 0, isInvited: $0.standing.seat || (!$0.standing.secretary && role != .auditor), p) }, hasPast: !past.isEmpty, past: past.map { HomeModel.Past($0, p) })
    }

    /// Nil where every issuer of the house's papers leads to an anchor.
    private func trustTask(_ p: Phrases) async throws -> HomeModel.TrustTask? {
        let isEmpty = try await stage.at.trust.current().isEmpty
        let missing = isEmpty ? 0 : try await stage.at.cabinet.read { tx in try Documents.untrustedIssuers(in: tx).count }
        guard isEmpty || missing > 0 else { return nil }
        return HomeModel.TrustTask(
            taskClass: isEmpty ? "bad" : "warn", taskSymbol: "warning", title: p.t(isEmpty ? "home.trustEmpty" : "home.trustMissing"),
            line: p.t(isEmpty ? "home.trustEmptyLine" : "home.trustMissingLine", ["n": "\(missing)"]), href: "/admin/trust", buttonLabel: p.t("home.trustOpen"))
    }

    /// In session, circulated and running, or convened and near its time.
    private static func isNow(_ meeting: MeetingView, _ now: Timestamp) -> Bool {
        switch meeting.state {
        case .open, .paused: true
        case .convened: meeting.startsAt <= now + soonSeconds && (meeting.type != .circulated || meeting.startsAt <= now)
        default: false
        }
    }
}

extension HomeModel.Now {
    init(_ scene: MeetingScene, _ p: Phrases) {
        let t = p.t
        let meeting = scene.meeting
        let minutes = (meeting.startsAt.ms - scene.now.ms + 59_999) / 60_000
        let polls = scene.polls.count { $0.state != .annulled }
        meetingId = scene.id
        epoch = meeting.epoch
        head = meeting.head
        whenLabel =
            switch meeting.state {
            case .open: t("home.inSession")
            case .paused: t("home.pausedNow")
            default: minutes > 90 ? p.moment(meeting.startsAt) : minutes > 0 ? t("home.startsIn", ["minutes": "\(minutes)"]) : t("home.shouldStart")
            }
        title = meeting.title
        let counts = ["items": "\(scene.items.count)", "polls": "\(polls)"]
        line = p.line(meeting.place, p.span(meeting.startsAt, meeting.endsAt), t(polls > 0 ? "home.counts" : "home.countItems", counts))
        lamp = p.lamp(meeting)
        let looksFirst = meeting.state == .convened && scene.standing.conducts && meeting.type != .circulated
        href = looksFirst ? "\(scene.path)/brief" : scene.path
        buttonLabel = t(looksFirst ? "home.lookBefore" : "home.enter")
        warnings = scene.documents.filter { $0.indication == .failed && scene.standing.conducts }.map { document in
            HomeModel.Warning(
                warningClass: "bad", warningSymbol: "cross", warningWord: t("verdict.failed"),
                warningText: p.line(scene.item(document.item).map { t("screen.item", ["number": "\($0.label)"]) }, document.title))
        }
    }
}

extension HomeModel.Waiting {
    init(_ poll: PollView, _ meetings: [MeetingView], _ p: Phrases) {
        key = "poll-\(poll.id)"
        title = poll.title
        let meeting = meetings.first { $0.id == poll.meeting }
        let isPaused = meeting?.state == .paused && poll.state == .open
        line = p.line(meeting?.title, isPaused ? p.t("openPolls.pausedHome") : nil, poll.round > 1 ? p.t("polls.round", ["round": "\(poll.round)"]) : nil, poll.mayDecide ? p.t("poll.castingMine") : p.rule(poll.rules.adoption))
        href = "/meetings/\(poll.meeting)"
        buttonLabel = p.t(poll.mayDecide ? "home.decideTie" : "home.vote")
    }
}

extension HomeModel.Draft {
    init(_ meeting: MeetingView, _ p: Phrases) {
        let sign = p.stateSign(meeting.state)
        meetingId = meeting.id.text
        title = meeting.title
        line = p.line(p.span(meeting.startsAt, meeting.endsAt), meeting.bodyName)
        stateClass = sign.kind
        stateSymbol = sign.symbol
        stateWord = sign.word
        href = "/meetings/\(meeting.id)/prepare"
        buttonLabel = p.t("home.prepare")
    }
}

extension HomeModel.Next {
    init(_ meeting: MeetingView, papers count: Int, isInvited: Bool, _ p: Phrases) {
        let standing = meeting.standing
        let role = standing.presides ? "part.chair" : standing.seat ? "part.member" : standing.secretary ? "part.secretary" : "part.guest"
        meetingId = meeting.id.text
        when = p.moment(meeting.startsAt)
        title = meeting.title
        place = meeting.place
        part = p.t(role)
        papers = count > 0 ? p.t("home.paperCount", ["n": "\(count)"]) : p.t("home.noPapers")
        invitationHref = meeting.type != .circulated && isInvited ? "/api/v1/meetings/\(meeting.id)/invitation.pdf" : nil
        href = standing.secretary ? "/meetings/\(meeting.id)/prepare" : standing.presides ? "/meetings/\(meeting.id)/brief" : "/meetings/\(meeting.id)"
    }
}

extension HomeModel.Past {
    init(_ meeting: MeetingView, _ p: Phrases) {
        let sign = p.stateSign(meeting.state)
        meetingId = meeting.id.text
        when = p.moment(meeting.startsAt)
        title = meeting.title
        place = meeting.place
        stateClass = sign.kind
        stateSymbol = sign.symbol
        stateWord = sign.word
        href = "/meetings/\(meeting.id)"
        minutesHref = "/meetings/\(meeting.id)/minutes"
    }
}
