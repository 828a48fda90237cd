public import Rules
public import Store

public enum VotingPlaces {
    /// Why the caller could vote in no poll of the meeting, whatever is open; nil where nothing about him stands in the way, and for no person.
    public static func whyNot(in id: MeetingID, for caller: Caller, tx: borrowing Transaction) throws -> Refusal? {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        guard let person = caller.person else { return nil }
        return try place(of: person.id, in: meeting, tx).whyNot(rules: try Rosters.rules(of: meeting, in: tx).rules, circulated: meeting.isCirculated)
    }

    /// What a refused ballot was refused for: a missing seat or a missing presence by its own name, anything else as it is.
    static func named(_ refusal: Refusal, of user: UserID, in meeting: MeetingRow, rules: RuleSet, _ tx: borrowing Transaction) throws -> Refusal {
        guard refusal.code == .ballotNotEntitled else { return refusal }
        return try place(of: user, in: meeting, tx).whyNot(rules: rules, circulated: meeting.isCirculated) ?? refusal
    }

    private static func place(of user: UserID, in meeting: MeetingRow, _ tx: borrowing Transaction) throws -> VotingPlace {
        let line = try Rosters.line(of: user, in: meeting, tx)
        if let line, line.role.isSeat { return VotingPlace(rosterIsFrozen: meeting.hasRoster, capacity: .seat, attendance: line.attendance) }
        if let substitute = try Invitations.substitutes(of: meeting.id, in: tx).first(where: { $0.user == user }) {
            return VotingPlace(rosterIsFrozen: meeting.hasRoster, capacity: .substitute(of: substitute.memberName))
        }
        if line != nil { return VotingPlace(rosterIsFrozen: meeting.hasRoster, capacity: .secretary) }
        let isGuest = try tx.exists("SELECT 1 FROM invited WHERE meeting = \(meeting.id.text) AND account = \(user.text)")
        return VotingPlace(rosterIsFrozen: meeting.hasRoster, capacity: isGuest ? .guest : .none)
    }
}
