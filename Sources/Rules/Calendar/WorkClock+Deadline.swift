extension WorkClock {
    /// The due instant with its steps and remarks; nil outside the horizon. Costs a pass over the days on the way.
    public func deadline(from start: Timestamp, budget: Budget, pauses: [Pause] = []) -> Deadline? {
        guard let due = due(from: start, budget: budget, pauses: pauses), let first = position(of: start)?.day,
            let last = position(of: Timestamp(ms: max(start.ms, due.ms - 1)))?.day
        else { return nil }
        var walk = DeadlineWalk(clock: self, start: start, due: due, pauses: pauses.merged(until: start))
        switch budget {
        case .minutes: walk.minutes(first...last)
        case .days(let days): walk.days(first...last, count: days)
        }
        return Deadline(
            calendar: calendar.id, calendarVersion: calendar.version, start: start, budget: budget, pauses: pauses, due: due, steps: walk.steps,
            remarks: remarks(from: date(ofDay: first), to: date(ofDay: last)))
    }

    private func remarks(from first: CivilDate, to last: CivilDate) -> [DeadlineRemark] {
        var remarks: [DeadlineRemark] = []
        for holiday in calendar.holidays where holiday.from <= last && holiday.to >= first {
            remarks.append(.init(kind: .holiday, from: holiday.from, to: holiday.to, name: holiday.name, source: holiday.source, status: holiday.status))
        }
        for swap in calendar.swaps {
            if (first...last).contains(swap.off) {
                remarks.append(.init(kind: .givenOff, from: swap.off, to: swap.off, other: swap.work, source: swap.source, status: swap.status))
            } else if (first...last).contains(swap.work) {
                remarks.append(.init(kind: .madeUp, from: swap.work, to: swap.work, other: swap.off, source: swap.source, status: swap.status))
            }
        }
        if let until = calendar.coversTo, until < last {
            let unknown = max(until.adding(days: 1), first)
            remarks.append(.init(kind: .unknown, from: unknown, to: unknown, status: .unconfirmed))
        } else if let since = calendar.coversFrom, first < since {
            remarks.append(.init(kind: .unknown, from: first, to: first, status: .unconfirmed))
        }
        return remarks.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }
}
