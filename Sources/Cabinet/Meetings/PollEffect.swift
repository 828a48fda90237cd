public import Rules
public import Store

/// What one poll would have looked like, had somebody been where a correction says he was.
public struct PollEffect: Sendable, Equatable {
    public var poll: PollID
    public var title: String
    /// As it was decided, and as it stays.
    public var presentAtOpening: Int
    public var presentAtClosing: Int
    public var outcome: Outcome
    /// With the correction.
    public var correctedAtOpening: Int
    public var correctedAtClosing: Int
    /// What the count would say with it; nil where the poll could not have been opened.
    public var correctedOutcome: Outcome?
    /// The outcome itself would be another.
    public var wouldDiffer: Bool { correctedOutcome != outcome }
}

/// A correction still to be made: from when a person was where.
public struct AttendanceCorrection: Sendable {
    public var user: UserID
    public var state: AttendanceState
    public var from: Timestamp
    public init(user: UserID, state: AttendanceState, from: Timestamp) {
        self.user = user
        self.state = state
        self.from = from
    }
}

extension AttendanceCorrection {
    /// Until when it reaches: the person's next recorded change, or now.
    func until(_ now: Timestamp, in meeting: MeetingRow, _ tx: borrowing Transaction) throws -> Timestamp {
        let next = try tx.row("SELECT MIN(at) AS next FROM attendance_change WHERE meeting = \(meeting.id.text) AND account = \(user.text) AND at > \(from.ms)")
        return next?.optionalTime("next") ?? now
    }

    /// Polls that closed already and whose presence it touches. Their verdicts stay: presence was frozen when they opened and closed.
    func effects(at now: Timestamp, in meeting: MeetingRow, _ tx: borrowing Transaction) throws -> [PollEffect] {
        let span = from..<max(from, try until(now, in: meeting, tx))
        let roster = try Rosters.roster(of: meeting, in: tx)
        var effects: [PollEffect] = []
        for poll in try Polls.rows(of: meeting.id, in: tx) {
            guard poll.state == .closed, let openedAt = poll.openedAt, let closedAt = poll.closedAt else { continue }
            let box = try BallotBox.load(poll, in: tx)
            let count = try PollCounting.count(of: poll, meeting: meeting, roster: roster, box: box, in: tx)
            func decided(_ count: PollCount) -> Outcome {
                poll.method == .approval ? count.result().outcome : PollCounting.election(of: poll, count, box).result().outcome
            }
            var corrected = count
            if span.contains(openedAt) { corrected.presentAtOpening = moved(count.presentAtOpening) }
            if span.contains(closedAt) { corrected.presentAtClosing = moved(count.presentAtClosing) }
            guard corrected.presentAtOpening != count.presentAtOpening || corrected.presentAtClosing != count.presentAtClosing else { continue }
            var outcome: Outcome? = decided(corrected)
            do { try corrected.mayOpen() } catch { outcome = nil }
            effects.append(
                PollEffect(
                    poll: poll.id, title: poll.title, presentAtOpening: count.presentAtOpening.count, presentAtClosing: count.presentAtClosing.count,
                    outcome: decided(count), correctedAtOpening: corrected.presentAtOpening.count, correctedAtClosing: corrected.presentAtClosing.count,
                    correctedOutcome: outcome))
        }
        return effects
    }

    private func moved(_ present: Set<UserID>) -> Set<UserID> { state.isPresent ? present.union([user]) : present.subtracting([user]) }
}

extension Meetings {
    /// What a correction would touch; asked before it is made. Who: the body's secretary, admin.
    public static func effects(of correction: AttendanceCorrection, in id: MeetingID, for caller: Caller, at now: Timestamp, tx: borrowing Transaction) throws
        -> [PollEffect]
    {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        try Standing.requireSecretary(caller, of: meeting.body, in: tx)
        return try correction.effects(at: now, in: meeting, tx)
    }
}
