public import Rules
public import Store

/// Puts reminders into the outbox for everyone who has not returned a slip, once a stage. Who: the clock.
public struct RemindSlips: Command {
    public static let name: CommandName = "slip.remind"
    public var poll: PollID
    public var stage: ReminderStage
    public init(poll: PollID, stage: ReminderStage) {
        self.poll = poll
        self.stage = stage
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { try PollRow.streams(of: poll, in: tx) }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        guard caller == .clock else { throw Refusal(.authForbidden, ["needs": "clock"]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let (row, meeting) = try PollRow.visible(poll, to: act.caller, in: tx)
        guard meeting.isCirculated, try !tx.exists("SELECT 1 FROM reminder WHERE poll = \(poll.text) AND stage = \(stage.rawValue)") else { return Done(seq: 0) }
        let returned = try BallotBox.load(row, in: tx).returned.union(try Circulations.late(poll, vault: nil, in: tx).map(\.user))
        let recused = try PollCounting.recused(from: row, in: tx)
        let missing = try Rosters.roster(of: meeting, in: tx).filter { $0.role.isSeat && !returned.contains($0.user) && !recused.contains($0.user) }
        for line in missing {
            try tx.execute(
                "INSERT INTO reminder (poll, stage, account, state, next_at) VALUES (\(poll.text), \(stage.rawValue), \(line.user.text), 'waiting', \(act.at.ms))")
        }
        guard !missing.isEmpty else { return Done(seq: 0) }
        let fact = SlipsReminded(poll: poll, stage: stage, count: missing.count)
        return Done(seq: try tx.record(.slipsReminded, in: meeting.stream, to: Audience(.chair(meeting.id), .secretariat(meeting.body)), fact, by: act))
    }
}

struct SlipsReminded: Codable, Sendable {
    var poll: PollID
    var stage: ReminderStage
    var count: Int
}

/// How the sending of one reminder went. Who: the clock.
public struct NoteReminder: Command {
    public static let name: CommandName = "reminder.note"
    public var poll: PollID
    public var stage: ReminderStage
    public var account: UserID
    /// sent, dropped, failed, or waiting for another attempt.
    public var state: String
    public var nextAt: Timestamp
    public init(poll: PollID, stage: ReminderStage, account: UserID, state: String, nextAt: Timestamp) {
        self.poll = poll
        self.stage = stage
        self.account = account
        self.state = state
        self.nextAt = nextAt
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { try PollRow.streams(of: poll, in: tx) }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        guard caller == .clock else { throw Refusal(.authForbidden, ["needs": "clock"]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        try tx.execute(
            """
            UPDATE reminder SET state = \(state), attempts = attempts + 1, next_at = \(nextAt.ms)
            WHERE poll = \(poll.text) AND stage = \(stage.rawValue) AND account = \(account.text)
            """)
        return Done(seq: 0)
    }
}
