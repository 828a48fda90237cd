/// The way of an item to the agenda (features 16).
public enum ProposalStage: String, Codable, Hashable, Sendable, CaseIterable {
    /// Sent by a member, not yet looked at by the Office.
    case submitted
    /// Sent back with remarks; the member may write it anew.
    case returned
    /// The Office found it ready.
    case reviewed
    /// On the agenda.
    case approved

    public enum Step: String, Codable, Hashable, Sendable, CaseIterable {
        case edit, review, `return`, approve
    }

    /// Refuses `proposal.wrong-state` with parameters `state` and `action`.
    public func applying(_ step: Step) throws(Refusal) -> ProposalStage {
        switch (self, step) {
        case (.submitted, .edit), (.returned, .edit): .submitted
        case (.submitted, .review): .reviewed
        case (.submitted, .return), (.reviewed, .return): .returned
        case (.reviewed, .approve): .approved
        default: throw Refusal(.proposalWrongState, ["state": rawValue, "action": step.rawValue])
        }
    }
}
