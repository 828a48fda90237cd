public import Rules
public import Store

/// One step of a proposal: reviewed by the Office, returned with remarks, approved onto the agenda. Nobody approves what the Office has
/// not reviewed. Who: review and return the body's secretary, admin; approve also the presiding person.
public struct StepProposal: Command {
    public static let name: CommandName = "proposal.step"
    public var meeting: MeetingID
    public var proposal: ProposalID
    public var step: ProposalStage.Step
    public var remarks: String
    /// Id of the agenda item, when approved.
    public var itemID: AgendaItemID

    public init(meeting: MeetingID, proposal: ProposalID, step: ProposalStage.Step, remarks: String, itemID: AgendaItemID) {
        self.meeting = meeting
        self.proposal = proposal
        self.step = step
        self.remarks = remarks
        self.itemID = itemID
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(meeting)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        let row = try MeetingRow.visible(meeting, to: caller, in: tx)
        if step == .approve {
            try Standing.requireConduct(row, caller, in: tx)
        } else {
            try Standing.requireSecretary(caller, of: row.body, in: tx)
        }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.agenda, type: row.type)
        guard step != .edit, let known = try Proposals.find(proposal, of: meeting, in: tx) else { throw Refusal(.notFound) }
        let next = try known.stage.applying(step)
        let remarks = try Text.checked(remarks, at: "/remarks", limit: Text.titleLength, mayBeEmpty: step != .return)
        var item: AgendaItemID?
        if step == .approve {
            item = try Agenda.append(itemID, draft: known.draft, to: row, act, tx)
            if let added = try Agenda.item(itemID, of: meeting, in: tx) { try ApproveLateItem.approveByStep(added, in: row, act, tx) }
        }
        if step == .return {
            try tx.execute(
                """
                INSERT INTO proposal_return (proposal, at, remarks) VALUES (\(proposal.text), \(act.at.ms), \(remarks))
                ON CONFLICT (proposal, at) DO UPDATE SET remarks = excluded.remarks
                """)
        }
        try tx.execute(
            "UPDATE proposal SET stage = \(next.rawValue), remarks = \(remarks), item = \(item?.text), at = \(act.at.ms), version = version + 1 WHERE id = \(proposal.text)")
        return Done(
            seq: try tx.record(
                .proposalChanged, in: row.stream, to: Proposals.audience(row, known.proposer), ProposalFact(proposal: proposal, stage: next, item: item), by: act))
    }
}

struct ProposalFact: Codable, Sendable {
    var proposal: ProposalID
    var stage: ProposalStage
    var item: AgendaItemID?
}
