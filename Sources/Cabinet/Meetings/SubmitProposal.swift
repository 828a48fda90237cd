public import Rules
public import Store

/// A member proposes an item; the Office reviews it, the chair approves it. A returned one is written anew under its id. Seen by its
/// proposer, the secretariat and the presiding person until it is on the agenda. Who: the holder of a seat.
public struct SubmitProposal: Command {
    public struct Receipt: Codable, Sendable { public var id: ProposalID }
    public static let name: CommandName = "proposal.submit"
    public static let maxProposals = 200
    public var id: ProposalID
    public var meeting: MeetingID
    public var draft: AgendaItemDraft

    public init(id: ProposalID, meeting: MeetingID, draft: AgendaItemDraft) {
        self.id = id
        self.meeting = meeting
        self.draft = draft
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(meeting)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        let row = try MeetingRow.visible(meeting, to: caller, in: tx)
        guard let person = caller.person, try Rosters.line(of: person.id, in: row, tx)?.role.isSeat == true else {
            throw Refusal(.authForbidden, ["needs": "seat"])
        }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.agenda, type: row.type)
        let draft = try draft.checked()
        let user = act.caller.person!.id
        if let known = try Proposals.find(id, of: meeting, in: tx) {
            guard known.proposer == user else { throw Refusal(.notFound) }
            let next = try known.stage.applying(.edit)
            try tx.execute(
                """
                UPDATE proposal SET title = \(draft.title), kind = \(draft.kind.rawValue), ask = \(draft.ask), submitter = \(draft.submitter), rapporteur = \(draft.rapporteur),
                  minutes = \(draft.minutesPlanned), stage = \(next.rawValue), remarks = '', at = \(act.at.ms), version = version + 1 WHERE id = \(id.text)
                """)
        } else {
            guard try tx.row("SELECT COUNT(*) AS n FROM proposal WHERE meeting = \(meeting.text)")!.int("n") < Self.maxProposals else {
                throw Refusal.invalid("/title", "field.too-many", ["limit": "\(Self.maxProposals)"])
            }
            try tx.execute(
                """
                INSERT INTO proposal (id, meeting, proposer, title, kind, ask, submitter, rapporteur, minutes, stage, at)
                VALUES (\(id.text), \(meeting.text), \(user.text), \(draft.title), \(draft.kind.rawValue), \(draft.ask), \(draft.submitter), \(draft.rapporteur),
                  \(draft.minutesPlanned), \(ProposalStage.submitted.rawValue), \(act.at.ms))
                """)
        }
        try tx.record(.proposalChanged, in: row.stream, to: Proposals.audience(row, user), ProposalFact(proposal: id, stage: .submitted), by: act)
        return Receipt(id: id)
    }
}
