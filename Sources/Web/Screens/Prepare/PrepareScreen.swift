import PaperWire
import Cabinet
import Hummingbird
import Rules

/// `/meetings/{id}/prepare`: the secretary's table.
struct PrepareScreen {
    /// Most accounts offered for an invitation.
    static let mostAccounts = 2000

    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("meetings/:id/prepare", use: show)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let scene = try await stage.scene(context)
        guard scene.standing.secretary else { throw Refusal(.authForbidden, ["needs": "secretary"]) }
        let p = stage.phrases(context)
        let model = PrepareModel(
            meetingId: scene.id, epoch: scene.meeting.epoch, head: scene.meeting.head, status: PrepareStatus(scene, p), detailsForm: PrepareDetails(scene, p),
            agenda: PrepareAgenda(scene, p), documents: PrepareDocuments(scene, p), polls: PreparePolls(scene, p),
            people: PreparePeople(scene, accounts: try await accounts(context), p))
        return try stage.page("prepare/prepare", title: p.t("prepare.kicker"), model, request, context)
    }

    /// Accounts the caller may know of: all for administrators.
    func accounts(_ context: AppContext) async throws -> [AccountView] {
        let caller = try context.caller()
        return try await stage.at.cabinet.read { tx in
            var all: [AccountView] = []
            var after: String?
            repeat {
                let page = try Accounts.list(for: caller, after: after, limit: Listing<AccountView>.maxLimit, in: tx)
                all += page.items
                after = page.next
            } while after != nil && all.count < Self.mostAccounts
            return all
        }
    }
}

extension PrepareStatus {
    init(_ scene: MeetingScene, _ p: Phrases) {
        let meeting = scene.meeting
        let sign = p.stateSign(meeting.state)
        title = meeting.title
        line = p.line(meeting.bodyName, p.span(meeting.startsAt, meeting.endsAt), meeting.place)
        stateClass = sign.kind
        stateSymbol = sign.symbol
        stateWord = sign.word
        signs = Self.signs(scene, p)
        roomHref = scene.path
        briefHref = "\(scene.path)/brief"
        minutesHref = meeting.openedAt != nil || scene.isOver && meeting.state != .cancelled ? "\(scene.path)/minutes" : nil
        actions = Self.actions(scene, p)
        agendaCount = "\(scene.items.count)"
        documentCount = "\(scene.documents.count)"
        pollCount = "\(scene.polls.count)"
        peopleCount = "\(scene.roster.count { $0.role.isSeat })"
    }

    /// Readiness at a glance: what is ready, what waits, what is wrong.
    private static func signs(_ scene: MeetingScene, _ p: Phrases) -> [Sign] {
        let documents = scene.documents
        func unclear(_ document: DocumentView) -> Bool {
            guard let sign = p.verdict(document) else { return false }
            return sign.kind == "warn"
        }
        var signs: [Sign] = []
        func add(_ kind: String, _ symbol: String, _ key: String, _ n: Int, _ href: String = "#documents") {
            if n > 0 { signs.append(Sign(signClass: kind, signSymbol: symbol, signText: p.t(key, ["n": "\(n)"]), signHref: href)) }
        }
        if scene.items.isEmpty { add("warn", "warning", "prepare.signNoAgenda", 1, "#agenda") }
        if documents.isEmpty { add("none", "dash", "prepare.signNoPapers", 1) }
        add("ok", "check", "prepare.signReady", documents.count { $0.state == .ready })
        add("warn", "clock", "prepare.signWaiting", documents.count { $0.state == .processing })
        add("bad", "cross", "prepare.signBad", documents.count { $0.indication == .failed })
        add("warn", "question", "prepare.signWarn", documents.count(where: unclear))
        add("warn", "warning", "prepare.signUnreadable", documents.count { $0.state == .unreadable || $0.state == .refused })
        if scene.meeting.state != .draft { add("none", "dash", "prepare.signUnreleased", documents.count { $0.releasedAt == nil }) }
        return signs
    }

    private static func actions(_ scene: MeetingScene, _ p: Phrases) -> [ActionModel] {
        let steps = ConductSteps(scene: scene, p: p)
        let cancel = ActionModel(
            label: p.t("prepare.cancel"), url: "\(scene.api)/cancel", confirmation: p.t("prepare.cancelConfirm", ["title": scene.meeting.title]), tone: "btn danger compact")
        switch scene.meeting.state {
        case .draft:
            var convene = steps.convene
            convene.label = p.t("prepare.convene")
            convene.blockedBecause = scene.groundMissing ? p.t("convening.missing") : nil
            return [cancel, convene]
        case .convened: return [cancel]
        default: return []
        }
    }
}
