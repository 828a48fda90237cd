import Cabinet
import Hummingbird
import PaperWire
import Rules

/// `/meetings/{id}/brief`: what the chair needs to know before the session.
struct BriefScreen {
    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("meetings/:id/brief", use: show)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await stage.at.note(.page, of: [try context.id("id")], context)
        let scene = try await stage.scene(context)
        return try stage.page("meetings/brief", title: stage.words(context)("brief.kicker"), BriefModel(scene, stage.phrases(context)), request, context)
    }
}

extension BriefModel {
    init(_ scene: MeetingScene, _ p: Phrases) {
        let t = p.t
        let meeting = scene.meeting
        let seats = scene.roster.filter { $0.role.isSeat }
        func names(_ state: AttendanceState?) -> String { seats.filter { $0.attendance == state }.map(\.name).joined(separator: ", ") }
        let absent = names(.absent)
        let unknown = names(nil)
        meetingId = scene.id
        epoch = meeting.epoch
        head = meeting.head
        kicker = t("brief.kicker")
        title = meeting.title
        line = p.line(meeting.bodyName, p.span(meeting.startsAt, meeting.endsAt), meeting.place)
        lamp = p.lamp(meeting)
        absentLine = [
            absent.isEmpty ? t("brief.nobodyAbsent") : t("brief.absent", ["names": absent]), unknown.isEmpty ? "" : t("brief.unknown", ["names": unknown]),
        ].filter { !$0.isEmpty }.joined(separator: " ")
        forecastLine = scene.forecast.map { p.forecast($0) }
        absences = meeting.state == .convened && scene.standing.conducts ? Absence.waiting(in: scene, p) : []
        hasAbsences = !absences.isEmpty
        issues = Issue.issues(of: scene, p)
        hasIssues = !issues.isEmpty
        agendaHeading = t("brief.agenda", ["items": "\(scene.items.count)", "polls": "\(scene.polls.count { $0.state != .annulled })"])
        items = scene.items.map { Item($0, scene, p) }
        start = scene.standing.conducts && meeting.state == .convened && meeting.type != .circulated ? Start(scene, p) : nil
        cannotStart =
            switch meeting.state {
            case .draft: t("brief.notConvened")
            case .convened: t("brief.cannotOpen")
            case .open, .paused: t("brief.alreadyOpen")
            case .closed, .minutesApproved, .archived, .cancelled: t("brief.over")
            }
        roomHref = scene.path
    }
}

extension BriefModel.Absence {
    /// Absences that wait for the chairman's word.
    static func waiting(in scene: MeetingScene, _ p: Phrases) -> [Self] {
        scene.invitations.filter { $0.consent == .pending }.map { invitation in
            func action(_ isApproved: Bool) -> ActionModel {
                ActionModel(
                    label: p.t(isApproved ? "invitation.approve" : "invitation.refuse"), method: "PUT", url: "\(scene.api)/invitations/\(invitation.user)/consent",
                    payload: #"{"approved":\#(isApproved)}"#, symbol: isApproved ? "check" : "cross")
            }
            return Self(
                absenceName: invitation.name,
                absenceLine: p.line(invitation.reason, invitation.substituteName.map { p.t("invitation.substituteLine", ["name": $0]) }),
                absenceActions: [action(true), action(false)])
        }
    }
}

extension BriefModel.Issue {
    /// Everything that should be seen before the session, the gravest first.
    static func issues(of scene: MeetingScene, _ p: Phrases) -> [Self] {
        let t = p.t
        var bad: [Self] = []
        var warn: [Self] = []
        if scene.meeting.type != .circulated, !scene.meeting.quorum.isMet, scene.meeting.state == .convened {
            bad.append(.bad(t("brief.issueQuorum", ["missing": "\(scene.meeting.quorum.needed - scene.meeting.quorum.present)"]), p))
        }
        if scene.convening.isAssumed { warn.append(.warn(t("brief.issueGround"), p)) }
        let late = scene.documents.count { scene.delivery($0)?.isLate == true }
        if late > 0 { warn.append(.warn(t("brief.issueLatePapers", ["n": "\(late)"]), p)) }
        let waiting = scene.standing.conducts ? scene.proposals.count { $0.stage == .reviewed } : 0
        if waiting > 0 { warn.append(.warn(t("brief.issueProposals", ["n": "\(waiting)"]), p, href: scene.path)) }
        for document in scene.documents {
            let place = scene.item(document.item).map { "\($0.label)" } ?? t("brief.general")
            let parameters = ["paper": document.title, "number": place]
            let href = "\(scene.path)?doc=\(document.id)"
            if document.indication == .failed { bad.append(.bad(t("brief.issueBad", parameters), p, href: href)) }
            if document.state == .unreadable || document.state == .refused { warn.append(.warn(t("brief.issueUnreadable", parameters), p, href: href)) }
            guard document.indication == .indeterminate else { continue }
            if document.subIndication != "NO_SIGNATURE" {
                warn.append(.warn(t("brief.issueUndetermined", parameters), p, href: href))
            } else if DocumentKind(rawValue: document.kind)?.requiresSignature == true {
                warn.append(.warn(t("brief.issueUnsigned", parameters), p, href: href))
            }
        }
        for item in scene.items {
            let parameters = ["number": "\(item.label)", "title": item.title]
            if item.late { warn.append(.warn(t(item.awaitsChair ? "brief.issueLateWaiting" : "brief.issueLate", parameters), p)) }
            let objections = scene.standing.conducts ? scene.positions.count { $0.item == item.id && $0.stance == .object } : 0
            if objections > 0 { warn.append(.warn(t("brief.issueObjections", parameters.merging(["n": "\(objections)"]) { $1 }), p)) }
            if scene.polls.contains(where: { $0.item == item.id && $0.subject == nil && $0.state == .draft }) { warn.append(.warn(t("brief.issueNoPaper", parameters), p)) }
        }
        let unreleased = scene.meeting.state == .draft ? 0 : scene.documents.count { $0.releasedAt == nil }
        if unreleased > 0 { warn.append(.warn(t("brief.issueUnreleased", ["n": "\(unreleased)"]), p)) }
        let processing = scene.documents.count { $0.state == .processing }
        if processing > 0 { warn.append(.warn(t("brief.issueProcessing", ["n": "\(processing)"]), p)) }
        return bad + warn
    }

    private static func bad(_ text: String, _ p: Phrases, href: String? = nil) -> Self {
        Self(
            issueClass: "bad", issueSymbol: "cross", issueWord: p.t("brief.issueWord.bad"), issueText: text, issueHref: href,
            issueLink: href == nil ? nil : p.t("brief.openPaper"))
    }

    private static func warn(_ text: String, _ p: Phrases, href: String? = nil) -> Self {
        Self(
            issueClass: "warn", issueSymbol: "warning", issueWord: p.t("brief.issueWord.warn"), issueText: text, issueHref: href,
            issueLink: href == nil ? nil : p.t("brief.openPaper"))
    }
}

extension BriefModel.Item {
    init(_ item: AgendaItemView, _ scene: MeetingScene, _ p: Phrases) {
        number = item.label
        itemDepth = "depth-\(item.depth)"
        itemTitle = item.title
        itemAsk = p.line(
            item.ask.isEmpty ? p.t("kind.\(item.kind.rawValue)") : item.ask, item.submitter, item.rapporteur,
            item.minutesPlanned.map { p.t("brief.minutes", ["n": "\($0)"]) })
        positionLines = scene.standing.conducts ? ItemPartModel(item, scene, p)?.positionLines ?? [] : []
        itemQuestions = scene.polls.filter { $0.item == item.id && $0.state != .annulled }.map { .init(questionText: p.t("brief.question", ["question": $0.title])) }
        papers = scene.documents(of: item.id).map { document in
            BriefModel.Paper(
                href: "\(scene.path)?doc=\(document.id)", paperTitle: document.title,
                paperLine: p.line(p.kind(document), scene.delivery(document)?.sentence[p.language], document.pages.map { p.t("documents.pages", ["n": "\($0)"]) }),
                paperVerdict: p.verdict(document).map { .init(verdictClass: $0.kind, verdictSymbol: $0.symbol, verdictWord: $0.word) })
        }
    }
}

extension BriefModel.Start {
    init(_ scene: MeetingScene, _ p: Phrases) {
        let t = p.t
        let action = ConductSteps(scene: scene, p: p).start
        effects = [
            t("brief.effectRoster", ["members": "\(scene.meeting.quorum.members)"]), t("brief.effectTime"),
            scene.items.first.map { t("brief.effectItem", ["title": $0.title]) } ?? "", t("brief.effectScreens"),
        ].filter { !$0.isEmpty }
        label = action.label
        url = action.url
        blockedBecause = action.blockedBecause
    }
}
