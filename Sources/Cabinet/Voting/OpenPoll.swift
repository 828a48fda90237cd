public import Rules
public import Store

/// Opens a poll: refused without quorum or without members, a secret one among unequal weights,
/// while an amendment to it is undecided, and a slip without the approval that the body's rules ask for. A timer begins here. Its rules are those of the meeting, changed where the poll says so.
/// Who: the presiding person, the body's secretary, admin.
public struct OpenPoll: ConductOfPoll {
    public static let name: CommandName = "poll.open"
    public var id: PollID
    /// The deadline of a slip, counted in working days outside.
    public var closesAt: Timestamp?
    public init(id: PollID, closesAt: Timestamp? = nil) {
        self.id = id
        self.closesAt = closesAt
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        var (poll, meeting) = try PollRow.visible(id, to: act.caller, in: tx)
        _ = try poll.state.applying(.open)
        try meeting.state.require(.pollOpening, type: meeting.type)
        if let closesAt = poll.closesAt, closesAt <= act.at { throw Refusal.invalid("/closesAt", "field.in-the-past") }
        let current = try Rosters.rules(of: meeting, in: tx)
        if meeting.isCirculated { try ApproveCirculation.require(for: meeting, rules: current.rules, act, tx) }
        poll.rules = current.rules.applying(poll.patch)
        poll.ruleVersion = current.version
        try poll.rules.validated(at: "/rules")
        let roster = try Rosters.roster(of: meeting, in: tx)
        let count = try PollCounting.count(of: poll, meeting: meeting, roster: roster, box: BallotBox(), in: tx)
        try count.mayOpen()
        if let amendment = try tx.row("SELECT title FROM poll WHERE amends = \(id.text) AND state IN ('draft', 'open') ORDER BY created_at, id LIMIT 1") {
            throw Refusal(.pollAmendmentsFirst, ["poll": amendment.text("title")])
        }
        if poll.taking == .hands { try PollCount.maySecretlyVote(count.seats, at: "/taking") }
        if meeting.isCirculated, poll.closesAt == nil { poll.closesAt = closesAt }
        if let duration = poll.durationS { poll.closesAt = act.at + duration }
        if poll.secrecy == .secret {
            try PollCount.maySecretlyVote(count.seats)
            try act.slipKeys.make(for: id)
        }
        let present = try Canonical.encode(count.presentAtOpening.sorted())
        try tx.execute(
            """
            UPDATE poll SET state = 'open', opened_at = \(act.at.ms), closes_at = \(poll.closesAt?.ms), present_at_opening = \(present), rules = \(try Canonical.encode(poll.rules)),
              rule_version = \(current.version), version = version + 1 WHERE id = \(id.text)
            """)
        if let item = try poll.item.flatMap({ try Agenda.item($0, of: meeting.id, in: tx) }) { try ApproveLateItem.approveByStep(item, in: meeting, act, tx) }
        if let item = poll.item, meeting.state == .open, meeting.currentItem != item {
            try tx.execute("UPDATE meeting SET current_item = \(item.text), version = version + 1 WHERE id = \(meeting.id.text)")
            try Floor.admitThoseWhoWanted(to: item, in: meeting, act, tx)
            try tx.record(.itemCurrent, in: meeting.stream, to: Audience(.meeting(meeting.id)), MeetingFact(meeting.id, item: item), by: act)
        }
        let fact = PollFact(
            poll: id, state: .open, round: poll.round, subject: poll.subject, members: count.seats.count, present: count.presentAtOpening.count, closesAt: poll.closesAt?.ms)
        return Done(seq: try tx.record(.pollOpened, in: meeting.stream, to: .of(poll.item, in: meeting.id), fact, by: act))
    }
}
