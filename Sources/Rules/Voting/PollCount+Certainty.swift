/// Whether slips that are still out can change what a circulated poll decides (features row 77, domain/meetings.md §4).
extension PollCount {
    /// Most ways of filling in the outstanding slips that are gone through one by one; beyond it only what is plain from the extremes is called certain.
    static let mostCompletions = 20_000

    /// Those entitled whose slip is not there.
    public var outstanding: [Seat] {
        let returned = secret?.voted ?? Set(ballots.keys)
        return seats.filter { !recused.contains($0.user) && !returned.contains($0.user) }
    }

    /// The outcome that holds whatever those still do who have not returned their slip: in favour, against, another opinion, or nothing.
    ///
    /// Slips that were handed in count as given: a member may change his until the poll closes, and who closes it early ends that for everyone
    /// alike. Silence is taken for nothing, also where it agrees once the time is over: before the deadline nobody is silent yet. Nil for a
    /// secret box, which nobody looks into before it is opened.
    ///
    /// Exact for up to `mostCompletions` ways; above them a tie within reach, or a majority that hangs on it, is not certain.
    public func certainOutcome() -> Outcome? {
        guard circulated, secret == nil else { return nil }
        var count = self
        count.stillOpen = true
        let out = outstanding
        if out.isEmpty || seats.isEmpty { return count.result().outcome }
        if let minimum = rules.circulation.minimumReturned {
            let returned = seats.count { !recused.contains($0.user) } - out.count
            if returned + out.count < minimum { return .noQuorum }
            // Nobody else may answer, or everyone.
            if returned < minimum { return nil }
        }
        return SlipCompletions(of: count, outstanding: out).onlyOutcome()
    }
}
