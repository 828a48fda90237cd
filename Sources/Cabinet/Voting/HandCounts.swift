public import Rules
import Store

/// What was entered for a poll taken without devices, and by whom.
public struct HandCountView: Sendable, Equatable {
    public var count: HandCount
    public var enteredBy: UserID
    public var enteredAt: Timestamp
    public var confirmedBy: UserID?
}

enum HandCounts {
    static func find(_ poll: PollID, in tx: borrowing Transaction) throws -> HandCountView? {
        try tx.row("SELECT votes, entered_by, entered_at, confirmed_by FROM hand_count WHERE poll = \(poll.text)").map { row in
            HandCountView(
                count: try Canonical.decode(HandCount.self, from: row.text("votes")), enteredBy: row.id("entered_by"), enteredAt: row.time("entered_at"),
                confirmedBy: row.optionalID("confirmed_by"))
        }
    }

    /// Those present who may vote.
    static func voters(_ poll: PollRow, _ roster: [RosterLine], in tx: borrowing Transaction) throws -> Set<UserID> {
        PollCounting.presentSeats(roster).subtracting(try PollCounting.recused(from: poll, in: tx))
    }

    /// The poll, open and taken without devices, whose count is asked for.
    static func open(_ id: PollID, _ caller: Caller, in tx: borrowing Transaction) throws -> (PollRow, MeetingRow) {
        let (poll, meeting) = try PollRow.visible(id, to: caller, in: tx)
        guard poll.state == .open else { throw Refusal(.pollNotOpen, ["state": poll.state.rawValue]) }
        guard meeting.state.admitsBallots(circulated: meeting.isCirculated) else { throw Refusal(.pollNotOpen, ["state": meeting.state.rawValue]) }
        return (poll, meeting)
    }
}

/// A fact about a count: that it was entered or confirmed; the numbers are told at the close.
struct CountFact: Codable, Sendable {
    var poll: PollID
    var by: UserID
}
