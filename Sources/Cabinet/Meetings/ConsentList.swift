public import Rules
public import Store

/// The consent list: items whose questions can be put together, and the polls that were.
public struct ConsentView: Sendable, Equatable {
    /// Draft polls proposed for it, in the order of the agenda.
    public var proposed: [PollID]
    /// Polls that were opened together and still run.
    public var open: [PollID]
    /// Items a member took out.
    public var pulledOut: [AgendaItemID]
}

public enum ConsentList {
    public static func list(of id: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> ConsentView {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        let access = try AgendaAccess.of(caller, in: meeting, tx)
        return ConsentView(
            proposed: try proposed(in: meeting, tx).map(\.id), open: try open(in: id, tx).filter { access.reads($0.item) }.map(\.id),
            pulledOut: try pulledOut(in: id, tx).filter(access.reads).sorted())
    }

    /// One question an item: the first that is ready.
    static func proposed(in meeting: MeetingRow, _ tx: borrowing Transaction) throws -> [PollRow] {
        guard !meeting.isCirculated else { return [] }
        let polls = try Polls.rows(of: meeting.id, in: tx)
        let positions = try Positions.list(of: meeting.id, in: tx)
        let pulled = try pulledOut(in: meeting.id, tx)
        return try Agenda.items(of: meeting.id, in: tx).compactMap { item in
            guard let poll = polls.first(where: { $0.item == item.id && $0.state == .draft }) else { return nil }
            let marks = positions.filter { $0.item == item.id }
            let candidate = ConsentCandidate(
                isForVote: !polls.contains { $0.item == item.id && $0.state == .open }, isSecret: poll.secrecy == .secret,
                isPublic: item.visibility == .public && !item.isClosed, isApproved: !item.awaitsChair, objections: marks.count { $0.stance == .object },
                speakers: marks.count(where: \.wantsToSpeak), isPulledOut: pulled.contains(item.id))
            return candidate.isProposed && poll.method == .approval && poll.taking == .devices ? poll : nil
        }
    }

    static func open(in meeting: MeetingID, _ tx: borrowing Transaction) throws -> [PollRow] {
        let together = Set(try tx.rows("SELECT poll FROM consent_poll WHERE meeting = \(meeting.text) ORDER BY poll LIMIT \(Polls.maxPerMeeting)").map { $0.id("poll", OfPoll.self) })
        return together.isEmpty ? [] : try Polls.rows(of: meeting, in: tx).filter { $0.state == .open && together.contains($0.id) }
    }

    private static func pulledOut(in meeting: MeetingID, _ tx: borrowing Transaction) throws -> Set<AgendaItemID> {
        Set(
            try tx.rows(
                "SELECT consent_pull.item FROM consent_pull JOIN agenda_item ON agenda_item.id = consent_pull.item WHERE agenda_item.meeting = \(meeting.text) ORDER BY consent_pull.item LIMIT \(Agenda.maxItems)"
            ).map { $0.id("item") })
    }
}
