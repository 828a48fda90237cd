/// As what somebody is in a meeting, and whether that lets him vote at all: the answer to "why can I not vote?" that no single poll gives.
///
/// A vote comes only from a seat in the roster (contract §2); who sits in another's place reads and speaks, no more
/// (domain/meetings.md §2).
public struct VotingPlace: Sendable, Equatable {
    public enum Capacity: Sendable, Equatable {
        case seat
        /// Sits in the place of a member, who is named.
        case substitute(of: String)
        case guest
        case secretary
        /// Reads the meeting by office: auditor, administrator.
        case none
    }

    public var rosterIsFrozen: Bool
    public var capacity: Capacity
    /// Nil: nobody has said where he is.
    public var attendance: AttendanceState?

    public init(rosterIsFrozen: Bool, capacity: Capacity, attendance: AttendanceState? = nil) {
        self.rosterIsFrozen = rosterIsFrozen
        self.capacity = capacity
        self.attendance = attendance
    }

    /// `ballot.not-entitled` with `reason`: `substitute` (and `member`), `guest`, `secretary`, `no-seat`; for a seat `no-roster` (not frozen yet), then
    /// `absent` or `not-checked-in` where the rules want presence. Nil: nothing about the person stands in the way.
    public func whyNot(rules: RuleSet, circulated: Bool) -> Refusal? {
        switch capacity {
        case .substitute(let member): return Refusal(.ballotNotEntitled, ["reason": "substitute", "member": member])
        case .guest: return Refusal(.ballotNotEntitled, ["reason": "guest"])
        case .secretary: return Refusal(.ballotNotEntitled, ["reason": "secretary"])
        case .none: return Refusal(.ballotNotEntitled, ["reason": "no-seat"])
        case .seat: break
        }
        guard rosterIsFrozen else { return Refusal(.ballotNotEntitled, ["reason": "no-roster"]) }
        // A circulated slip knows no presence.
        if circulated || rules.absentMayVote || attendance?.isPresent == true { return nil }
        return Refusal(.ballotNotEntitled, ["reason": attendance == nil ? "not-checked-in" : "absent"])
    }
}
