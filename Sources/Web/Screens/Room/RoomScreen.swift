import Cabinet
import Hummingbird
import PaperWire
import Push
import Rules
import Store

/// `/meetings/{id}`: the meeting room.
struct RoomScreen {
    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("meetings/:id", use: show)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await stage.at.note(.page, of: [try context.id("id")], context)
        let scene = try await stage.scene(context)
        let p = stage.phrases(context)
        let reading = try await stage.reading(request, scene)
        let room = RoomModel(
            meetingId: scene.id, accountId: scene.caller.person?.id.text ?? "", epoch: scene.meeting.epoch, head: scene.meeting.head, serverNow: context.arrivedAt.ms, top: TopModel(scene, p),
            agenda: AgendaModel(scene, open: reading.document?.id, p), reader: ReaderModel(reading.document, verdict: reading.verdict, page: reading.page, scene, p),
            panel: PanelModel(scene, p, sentences: stage.sentences(context)), bar: BarModel(scene, p))
        return try stage.page("room/room", title: scene.meeting.title, room, request, context)
    }
}

extension Screens {
    /// The paper a request asks for, with its verdict.
    struct Reading: Sendable {
        var document: DocumentView?
        var verdict: Verdict?
        var page: Int
    }

    /// The meeting of the path, for the reader.
    func scene(_ context: AppContext) async throws -> MeetingScene { try await scene(try context.id("id"), context) }

    func scene(_ id: MeetingID, _ context: AppContext) async throws -> MeetingScene {
        let caller = try context.caller()
        var scene = try await MeetingScene.load(id, for: caller, at: context.arrivedAt, from: at.cabinet)
        if scene.standing.conducts { scene.connected = await at.hub.readers(of: StreamID("meeting:\(scene.id)")) }
        scene.calendar = scene.convening.rule.flatMap { at.calendars.clocks[$0.calendar] }
        return scene
    }

    func sentences(_ context: AppContext) -> (Refusal) -> String {
        let locales = at.locales
        let language = context.language
        return { locales.sentence($0, language) }
    }

    /// `?doc=` and `?page=`; without them the text that is voted on, the first paper of the current item, or the first of all.
    func reading(_ request: Request, _ scene: MeetingScene) async throws -> Reading {
        let wanted = request.query("doc")
        let document =
            wanted.map { id in scene.documents.first { $0.id.text == id } }
            ?? scene.documents.first { $0.id == scene.openPoll?.subject?.document }
            ?? scene.current.flatMap { scene.documents(of: $0.id).first } ?? scene.documents.first
        guard let document else { return Reading(page: 1) }
        let verdict = try await at.cabinet.read { tx in try Documents.verdict(of: document.sha256, in: tx) }
        return Reading(document: document, verdict: verdict, page: request.query("page").flatMap { Int($0) } ?? 1)
    }
}

extension TopModel {
    init(_ scene: MeetingScene, _ p: Phrases) {
        let state = p.state(scene.meeting.state)
        self.init(
            title: scene.meeting.title, stateCode: scene.meeting.state.rawValue, stateWord: state.word, stateClass: state.kind, stateSymbol: state.symbol,
            clock: scene.now.text(.clock), lamp: p.lamp(scene.meeting))
    }
}

extension EarlierPoll {
    init(_ poll: PollView, _ scene: MeetingScene, _ p: Phrases) {
        let shown = poll.verdict.map { ResultModel(poll, $0, p) }
        pollId = poll.id.text
        question = poll.title
        earlierRound = scene.round(of: poll, p)
        outcomeWord = shown?.outcomeWord ?? p.t("poll.annulledWord")
        outcomeClass = shown?.outcomeClass ?? "void"
        outcomeSymbol = shown?.outcomeSymbol ?? "cross"
        result = shown
        voidText = shown == nil ? p.t("poll.annulled", ["reason": poll.annulReason]) : nil
        again = scene.again(poll, p, tone: "btn quiet wide")
        annulUrl = scene.annulUrl(poll)
    }
}

extension MeetingScene {
    /// Puts a question once more, where no decision stands and it has not been put again.
    func again(_ poll: PollView, _ p: Phrases, tone: String) -> ActionModel? {
        let isUndecided = poll.state == .annulled || (poll.state == .closed && [.noQuorum, .tie].contains(poll.verdict?.outcome))
        guard standing.conducts, allows(.polls), isUndecided, !polls.contains(where: { $0.repeats == poll.id }) else { return nil }
        return ActionModel(
            label: p.t("round.again"), url: "/api/v1/polls/\(poll.id)/repeat", confirmation: p.t("round.againConfirm", ["question": poll.title]), symbol: "vote", tone: tone)
    }

    /// Where an open or closed poll is declared void, with a reason, by whoever conducts the meeting.
    func annulUrl(_ poll: PollView) -> String? {
        standing.conducts && allows(.polls) && (poll.state == .open || poll.state == .closed) ? "/api/v1/polls/\(poll.id)/annul" : nil
    }
}

extension PanelModel {
    init(_ scene: MeetingScene, _ p: Phrases, sentences: (Refusal) -> String) {
        let shown = scene.shownPoll
        openPolls = OpenPollModel.all(in: scene, p, sentences: sentences)
        hasOpenIndex = openPolls.count > 1
        poll = openPolls.isEmpty ? shown.map { PollModel($0, in: scene, p, sentences: sentences) } : nil
        ties = scene.ties.filter { $0.id != shown?.id }.map { TieModel(tiePollId: $0.id.text, tieQuestion: $0.title, casting: .init($0, in: scene, p)) }
        // The secretary knows, and hears it again where a poll is open.
        let isAsked = scene.takesPart && (scene.standing.seat || !scene.standing.secretary)
        whyNoVote = scene.openPoll == nil && !scene.isOver && isAsked ? scene.whyNoVote.map(sentences) : nil
        pollAlert = openPolls.isEmpty ? nil : openPolls.count == 1 ? p.t("panel.alert") : p.t("openPolls.alert", ["n": "\(openPolls.count)"])
        earlier = scene.polls.filter { $0.id != shown?.id && $0.state != .draft && $0.state != .open }.reversed().map { EarlierPoll($0, scene, p) }
        hasEarlier = !earlier.isEmpty
        consent = ConsentModel(scene, p)
        isEmpty = shown == nil && consent == nil
        currentPart = scene.current.flatMap { item in scene.isOver ? nil : ItemPartModel(item, scene, p).map { _ in item.id.text } }
        floor = FloorModel(scene, p)
        floorAlert = scene.floor.entries.isEmpty ? nil : "\(scene.floor.entries.count)"
        let asks = scene.circulation.flatMap { $0.approvedAt == nil && scene.meeting.presiding == scene.caller.person?.id && scene.isRunning ? $0 : nil }
        approveNote = asks.map { p.t("slip.reasonLine", ["reason": $0.reason]) }
        approveSlips = asks.map { _ in ActionModel(label: p.t("slip.approve"), url: "\(scene.api)/circulation/approve", symbol: "check", tone: "btn primary wide") }
        attendance = AttendanceModel(scene, p)
        announcements = AnnouncementsModel(scene, p)
        minutesLines = MinutesLinesModel(scene, p)
        // One thing at a time: poll, then speakers, then who is here.
        view = shown != nil || !ties.isEmpty || scene.meeting.type == .circulated ? "poll" : scene.floor.entries.isEmpty || scene.isOver ? "people" : "floor"
    }
}
