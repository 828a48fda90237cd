import Cabinet
import Rules

extension ProposalsModel {
    /// Nil where the viewer has none and may make none.
    init?(_ scene: MeetingScene, _ p: Phrases) {
        let open = scene.allows(.agenda) && scene.meeting.type != .circulated
        proposeUrl = scene.standing.seat && open ? "\(scene.api)/proposals" : nil
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
        proposalRemarks = proposal.remarks.isEmpty ? nil : p.t("proposals.because", ["remarks": proposal.remarks])
        proposalActions = []
        if open, scene.standing.secretary, proposal.stage == .submitted {
            proposalActions.append(ActionModel(label: p.t("proposals.review"), url: "\(url)/review", symbol: "check"))
        }
        if open, scene.standing.conducts, proposal.stage == .reviewed {
            proposalActions.append(ActionModel(label: p.t("proposals.approve"), url: "\(url)/approve", symbol: "check"))
        }
        returnUrl = open && scene.standing.secretary && [.submitted, .reviewed].contains(proposal.stage) ? "\(url)/return" : nil
        againUrl = open && proposal.stage == .returned && proposal.proposer == scene.caller.person?.id ? url : nil
    }
}
