public import Rules
public import Store

/// The consent list: items whose questions can be put together, and the polls that were.
public struct ConsentView: Sendable, Equatable {
    /// Draft polls proposed for it, in the order of the agenda.
    public var proposed: [PollID]
    /// Polls that were opened together and still run.
    public var open: [PollID]
    /// Polls that were closed together last, as long as the session has not gone on to an item since.
    public var decided: [PollID]
    /// Items a member took out.
    public var pulledOut: [AgendaItemID]
}

public enum ConsentList {
    public static func list(of id: MeetingID, for caller: Caller, at now: Timestamp, in tx: borrowing Transaction) throws -> ConsentView {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        let access = try AgendaAccess.of(caller, in: meeting, tx)
        let open = try open(in: id, tx).filter { access.reads($0.item) }
        return ConsentView(
            proposed: try proposed(in: meeting, at: now, tx).map(\.id), open: open.map(\.id),
            decided: open.isEmpty ? try decided(in: meeting, tx).filter { access.reads($0.item) }.map(\.id) : [],
            pulledOut: try pulledOut(in: id, tx).filter(access.reads).sorted())
    }

    /// One question an item: the first that is ready. A question whose amendment is undecided is not, nor one whose time is over.
    static func proposed(in meeting: MeetingRow, at now: Timestamp, _ tx: borrowing Transaction) throws -> [PollRow] {
        guard !meeting.isCirculated else { return [] }
        let polls = try Polls.rows(of: meeting.id, in: tx)
        let positions = try Positions.list(of: meeting.id, in: tx)
        let pulled = try pulledOut(in: meeting.id, tx)
        return try Agenda.items(of: meeting.id, in: tx).compactMap { item in
            guard let poll = polls.first(where: { $0.item == item.id && $0.state == .draft && $0.amends == nil }) else { return nil }
            guard !polls.contains(where: { $0.amends == poll.id && [.draft, .open].contains($0.state) }), poll.closesAt.map({ $0 > now }) ?? true else { return nil }
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

    /// The newest of those put together, once none of them is open.
    private static func decided(in meeting: MeetingRow, _ tx: borrowing Transaction) throws -> [PollRow] {
        let together = Set(
            try tx.rows(
                """
                SELECT poll FROM consent_poll WHERE meeting = \(meeting.id.text) AND at = (SELECT MAX(at) FROM consent_poll WHERE meeting = \(meeting.id.text))
                ORDER BY poll LIMIT \(OpenConsentList.maxPolls)
                """
            ).map { $0.id("poll", OfPoll.self) })
        guard !together.isEmpty else { return [] }
        let polls = try Polls.rows(of: meeting.id, in: tx)
        let closed = polls.filter { together.contains($0.id) && $0.state == .closed }
        guard closed.count > 1, let last = closed.compactMap(\.closedAt).max() else { return [] }
        guard !polls.contains(where: { $0.state == .open || ($0.closedAt ?? last) > last }),
            try !tx.exists("SELECT 1 FROM event WHERE stream = \(meeting.stream.text) AND kind = 'item.current' AND at > \(last.ms)")
        else { return [] }
        return closed
    }

    private static func pulledOut(in meeting: MeetingID, _ tx: borrowing Transaction) throws -> Set<AgendaItemID> {
        Set(
            try tx.rows(
                "SELECT consent_pull.item FROM consent_pull JOIN agenda_item ON agenda_item.id = consent_pull.item WHERE agenda_item.meeting = \(meeting.text) ORDER BY consent_pull.item LIMIT \(Agenda.maxItems)"
            ).map { $0.id("item") })
    }
}
