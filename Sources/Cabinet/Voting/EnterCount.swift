public import Rules
public import Store

/// Writes down what was counted by hand or answered by name; entered anew until it is confirmed. It must add up to those present.
/// Who: the presiding person, the body's secretary, admin.
public struct EnterCount: CountOfPoll {
    public static let name: CommandName = "poll.enter-count"
    public var id: PollID
    public var count: HandCount
    public init(id: PollID, count: HandCount) {
        self.id = id
        self.count = count
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let (poll, meeting) = try HandCounts.open(id, act.caller, in: tx)
        try count.validated(poll.taking, voters: try HandCounts.voters(poll, try Rosters.roster(of: meeting, in: tx), in: tx))
        let by = act.caller.person!.id
        try tx.execute(
            """
            INSERT INTO hand_count (poll, votes, entered_by, entered_at) VALUES (\(id.text), \(try Canonical.encode(count)), \(by.text), \(act.at.ms))
            ON CONFLICT (poll) DO UPDATE SET votes = excluded.votes, entered_by = excluded.entered_by, entered_at = excluded.entered_at
            """)
        let audience = Audience(.chair(meeting.id), .secretariat(meeting.body))
        return Done(seq: try tx.record(.countEntered, in: meeting.stream, to: audience, CountFact(poll: id, by: by), by: act))
    }
}
