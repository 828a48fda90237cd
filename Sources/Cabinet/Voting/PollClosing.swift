import Rules
import Store

/// What closing a poll does, whoever closes it: by hand, by the clock, or by the second account that counted.
enum PollClosing {
    /// - Returns: `seq` of `poll.closed`.
    static func close(_ open: PollRow, _ meeting: MeetingRow, _ act: Act, in tx: borrowing Transaction) throws -> Int64 {
        var poll = open
        poll.state = try poll.state.applying(.close)
        let roster = try Rosters.roster(of: meeting, in: tx)
        if poll.secrecy == .secret { try SecretVotes.open(poll, key: try act.slipKeys.key(of: poll.id), random: act.random, tx: tx) }
        let box = try BallotBox.load(poll, in: tx)
        poll.presentAtClosingText = try Canonical.encode(PollCounting.presentSeats(roster).sorted())
        poll.decider = poll.rules.decider(among: roster.map(\.seat).filter(\.role.isSeat), presiding: meeting.presiding)
        try PollCounting.freezeRecusals(of: poll, in: tx)
        poll.closedAt = act.at
        let verdict = try PollCounting.verdict(of: poll, meeting: meeting, roster: roster, box: box, in: tx)
        let until = verdict.outcome == .awaitingChairman ? (act.at + poll.rules.tie.secondsToDecide).ms : nil
        try tx.execute(
            """
            UPDATE poll SET state = 'closed', remaining_ms = NULL, closed_at = \(act.at.ms), present_at_closing = \(poll.presentAtClosingText), decider = \(poll.decider?.text),
              casting_until = \(until), version = version + 1 WHERE id = \(poll.id.text)
            """)
        let fact = PollClosed(poll, root: PollProofs.root(of: poll, meeting, box), verdict: verdict, roster: roster, box: box, castingUntil: until)
        return try tx.record(.pollClosed, in: meeting.stream, to: .of(poll.item, in: meeting.id), fact, by: act)
    }
}
