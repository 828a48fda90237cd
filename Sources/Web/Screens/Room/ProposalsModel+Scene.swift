import Cabinet
import Rules

extension ProposalsModel {
    /// Nil where the viewer has none and may make none.
    init?(_ scene: MeetingScene, _ p: Phrases) {
        let open = scene.allows(.agenda) && scene.meeting.type != .circulated
        proposeUrl = scene.standing.seat && open ? "\(scene.api)/proposals" : nil
        emptyFields = Fields(AgendaItemDraft(title: ""), prefix: "propose", p)
        proposalRows = scene.proposals.filter { $0.stage != .approved }.map { Row($0, scene, open: open, p) }
        if proposalRows.isEmpty, proposeUrl == nil { return nil }
    }
}

extension ProposalsModel.Row {
    init(_ proposal: ProposalView, _ scene: MeetingScene, open: Bool, _ p: Phrases) {
        let url = "\(scene.api)/proposals/\(proposal.id)"
        proposalId = proposal.id.text
        proposalTitle = proposal.draft.title
        proposalLine = p.line(p.t("proposals.stage.\(proposal.stage.rawValue)"), proposal.proposerName, proposal.draft.ask)
        proposalRemarks = proposal.returns.map { p.line(p.moment($0.at), p.t("proposals.because", ["remarks": $0.remarks])) }
        proposalActions = []
        if open, scene.standing.secretary, proposal.stage == .submitted {
            proposalActions.append(ActionModel(label: p.t("proposals.review"), url: "\(url)/review", symbol: "check"))
        }
        if open, scene.standing.conducts, proposal.stage == .reviewed {
            proposalActions.append(ActionModel(label: p.t("proposals.approve"), url: "\(url)/approve", symbol: "check"))
        }
        returnUrl = open && scene.standing.secretary && [.submitted, .reviewed].contains(proposal.stage) ? "\(url)/return" : nil
        fields = ProposalsModel.Fields(proposal.draft, prefix: "again-\(proposal.id)", p)
        againUrl = open && proposal.stage == .returned && proposal.proposer == scene.caller.person?.id ? url : nil
    }
}

extension ProposalsModel.Fields {
    init(_ draft: AgendaItemDraft, prefix: String, _ p: Phrases) {
        fieldPrefix = prefix
        fieldTitle = draft.title
        fieldKinds = AgendaItemKind.allCases.map { OptionModel(value: $0.rawValue, label: p.t("kind.\($0.rawValue)"), selected: $0 == draft.kind) }
        fieldAsk = draft.ask
        fieldSubmitter = draft.submitter
        fieldRapporteur = draft.rapporteur
    }
}
