import Rules
import Store

/// A paused session stops the timers of its open polls: what is left of them is kept, and `closesAt` is set anew when it goes on.
enum PollTimers {
    static func stop(in meeting: MeetingRow, _ act: Act, _ tx: borrowing Transaction) throws {
        for poll in try Polls.rows(of: meeting.id, in: tx) where poll.state == .open {
            guard let closesAt = poll.closesAt else { continue }
            // What ran out already is closed at once when the session goes on.
            try set(poll, closesAt: nil, remainingMS: max(0, closesAt.ms - act.at.ms), in: meeting, act, tx)
        }
    }

    static func goOn(in meeting: MeetingRow, _ act: Act, _ tx: borrowing Transaction) throws {
        for poll in try Polls.rows(of: meeting.id, in: tx) where poll.state == .open {
            guard let remaining = poll.remainingMS else { continue }
            try set(poll, closesAt: Timestamp(ms: act.at.ms + remaining), remainingMS: nil, in: meeting, act, tx)
        }
    }

    private static func set(_ poll: PollRow, closesAt: Timestamp?, remainingMS: Int64?, in meeting: MeetingRow, _ act: Act, _ tx: borrowing Transaction) throws {
        try tx.execute("UPDATE poll SET closes_at = \(closesAt?.ms), remaining_ms = \(remainingMS), version = version + 1 WHERE id = \(poll.id.text)")
        try tx.record(
            .pollTimerChanged, in: meeting.stream, to: .of(poll.item, in: meeting.id), PollTimer(poll: poll.id, closesAt: closesAt?.ms, remainingMs: remainingMS), by: act)
    }
}

/// When an open poll closes by itself, or how much of its time is left while the session pauses.
struct PollTimer: Codable, Sendable {
    var poll: PollID
    var closesAt: Int64?
    var remainingMs: Int64?
}
