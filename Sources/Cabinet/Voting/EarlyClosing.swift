public import Rules
import Store

/// What holds for closing slips before their deadline: for whoever conducts the circulation, while they are out.
public struct EarlyClosing: Sendable, Equatable {
    /// Whether the slips that are out cannot change the outcome; nil where the rules do not ask for it, so that nothing is told of votes unseen.
    public var isCertain: Bool?
    /// Slips that are out.
    public var outstanding: Int
    public var deadline: Timestamp
    /// Why it may not be closed now; nil where it may.
    public var barred: Refusal?
}

extension EarlyClosing {
    /// Nil where there is no deadline to come: no slip, none set, or over.
    static func of(_ poll: PollRow, _ meeting: MeetingRow, count: PollCount, returned: Set<UserID>, at now: Timestamp, in tx: borrowing Transaction) throws -> EarlyClosing? {
        guard meeting.isCirculated, poll.state == .open, let deadline = poll.closesAt, now < deadline else { return nil }
        let out = count.seats.count { !count.recused.contains($0.user) && !returned.contains($0.user) }
        var closing = EarlyClosing(isCertain: nil, outstanding: out, deadline: deadline, barred: nil)
        func barred(_ reason: String) -> Refusal {
            Refusal(.circulationBeforeDeadline, ["reason": reason, "deadline": deadline.text(.day, in: .vietnamese), "outstanding": "\(out)"])
        }
        switch poll.rules.circulation.closesEarly(isDescribed: try Circulations.find(meeting.id, in: tx) != nil) {
        case .never, .whenNotDescribed: closing.barred = barred("rule")
        case .always: break
        case .whenCertain:
            // A secret box and an election are certain when everything is in.
            let isCertain = out == 0 || (poll.method == .approval && count.certainOutcome() != nil)
            closing.isCertain = isCertain
            if !isCertain { closing.barred = barred("uncertain") }
        }
        return closing
    }
}
