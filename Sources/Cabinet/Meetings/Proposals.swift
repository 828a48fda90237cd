public import Rules
public import Store

/// An item on its way to the agenda.
public struct ProposalView: Sendable, Equatable {
    public var id: ProposalID
    public var proposer: UserID
    public var proposerName: String
    public var draft: AgendaItemDraft
    public var stage: ProposalStage
    /// Why it was returned.
    public var remarks: String
    public var item: AgendaItemID?
    public var at: Timestamp
    /// Each time it was returned, with why; oldest first.
    public var returns: [ProposalReturn]
}

/// One return of a proposal by the Office.
public struct ProposalReturn: Sendable, Equatable {
    public var at: Timestamp
    public var remarks: String
}

public enum Proposals {
    /// Returns that are listed of one meeting.
    static let maxReturns = 2000

    /// All for secretariat and presiding person, his own for a member; oldest first.
    public static func list(of id: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> [ProposalView] {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        let all = try Invitations.sees(meeting, caller, in: tx)
        return try rows(of: id, where: "1 = 1", in: tx).filter { all || $0.proposer == caller.person?.id }
    }

    static func find(_ id: ProposalID, of meeting: MeetingID, in tx: borrowing Transaction) throws -> ProposalView? {
        try rows(of: meeting, where: "proposal.id = \(id.text)", in: tx).first
    }

    private static func rows(of meeting: MeetingID, where condition: SQL, in tx: borrowing Transaction) throws -> [ProposalView] {
        var returns: [ProposalID: [ProposalReturn]] = [:]
        for row in try tx.rows(
            """
            SELECT proposal_return.proposal, proposal_return.at, proposal_return.remarks FROM proposal_return JOIN proposal ON proposal.id = proposal_return.proposal
            WHERE proposal.meeting = \(meeting.text) ORDER BY proposal_return.at, proposal_return.proposal LIMIT \(maxReturns)
            """)
        {
            returns[row.id("proposal"), default: []].append(ProposalReturn(at: row.time("at"), remarks: row.text("remarks")))
        }
        return try tx.rows(
            """
            SELECT proposal.id, proposal.proposer, account.name, proposal.title, proposal.kind, proposal.ask, proposal.submitter, proposal.rapporteur, proposal.minutes,
              proposal.stage, proposal.remarks, proposal.item, proposal.at
            FROM proposal JOIN account ON account.id = proposal.proposer WHERE proposal.meeting = \(meeting.text) AND \(condition)
            ORDER BY proposal.at, proposal.id LIMIT \(SubmitProposal.maxProposals)
            """
        ).map { row in
            ProposalView(
                id: row.id("id"), proposer: row.id("proposer"), proposerName: row.text("name"),
                draft: AgendaItemDraft(
                    title: row.text("title"), kind: row.choice("kind"), ask: row.text("ask"), submitter: row.text("submitter"), rapporteur: row.text("rapporteur"),
                    minutesPlanned: row.optionalInt("minutes")),
                stage: row.choice("stage"), remarks: row.text("remarks"), item: row.optionalID("item"), at: row.time("at"),
                returns: returns[row.id("id")] ?? [])
        }
    }

    static func audience(_ meeting: MeetingRow, _ proposer: UserID) -> Audience {
        Audience(.secretariat(meeting.body), .chair(meeting.id), .person(proposer))
    }
}
