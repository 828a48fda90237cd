extension WorkClock {
    /// When the budget is used up; nil if that lies outside the horizon.
    ///
    /// `minutes`: the earliest instant at which they have elapsed, so 17:00 and not 08:00 of the next day. `days`: the end of the hours of
    /// the N-th working day after the day of the start. Work lost to pauses is made up: to the minute for `minutes`, to the end of a day
    /// for `days`. A pause without an end is passed over: it has not yet cost anything that is known.
    public func due(from start: Timestamp, budget: Budget, pauses: [Pause] = []) -> Timestamp? {
        guard let from = position(of: start) else { return nil }
        switch budget {
        case .minutes(let minutes):
            let mark = mark(from: start, amount: Int64(minutes) * Self.msPerMinute, pauses: pauses)
            return place(ofWork: mark).map { instant(day: $0.day, ms: $0.ms) }
        case .days(let days):
            guard let last = lastDay(of: days, after: from.day) else { return nil }
            if pauses.isEmpty { return endOfHours(day: last) }
            let window = window(after: from.day, to: last)
            let mark = mark(from: instant(day: from.day + 1, ms: 0), amount: window, pauses: pauses)
            return place(ofWork: mark).map { endOfHours(day: $0.day) }
        }
    }

    /// When that share of the budget is used up; 100 percent is the due instant itself. Nil outside the horizon.
    public func instant(atPercent percent: Int, of budget: Budget, from start: Timestamp, pauses: [Pause] = []) -> Timestamp? {
        guard percent != 100 else { return due(from: start, budget: budget, pauses: pauses) }
        guard let from = position(of: start) else { return nil }
        switch budget {
        case .minutes(let minutes):
            let mark = mark(from: start, amount: Int64(minutes) * Self.msPerMinute * Int64(percent) / 100, pauses: pauses)
            return place(ofWork: mark).map { instant(day: $0.day, ms: $0.ms) }
        case .days(let days):
            guard let last = lastDay(of: days, after: from.day) else { return nil }
            let share = window(after: from.day, to: last) * Int64(percent) / 100
            let mark = mark(from: instant(day: from.day + 1, ms: 0), amount: share, pauses: pauses)
            return place(ofWork: mark).map { instant(day: $0.day, ms: $0.ms) }
        }
    }

    /// When that share of the working time between two instants is used up, beyond the second for more than 100 percent.
    public func instant(atPercent percent: Int, between start: Timestamp, and end: Timestamp) -> Timestamp? {
        guard percent != 100 else { return end }
        guard position(of: start) != nil, position(of: end) != nil else { return nil }
        let before = work(before: start)
        let mark = before + max(0, work(before: end) - before) * Int64(percent) / 100
        return place(ofWork: mark).map { instant(day: $0.day, ms: $0.ms) }
    }

    /// The working day on which the N-th falls, counted behind a day.
    func lastDay(of days: Int, after day: Int) -> Int? {
        guard day + 1 < dayCount else { return nil }
        let after = Self.firstIndex(in: workDaysBefore, notBelow: workDaysBefore[day + 1] + Int32(clamping: days))
        return after <= dayCount ? after - 1 : nil
    }

    /// The work of the days behind `day` up to and with `last`.
    func window(after day: Int, to last: Int) -> Int64 { Int64(minutesBefore[last + 1] - minutesBefore[day + 1]) * Self.msPerMinute }

    func endOfHours(day: Int) -> Timestamp { instant(day: day, ms: Int64(hours(onDay: day).last?.to ?? 0) * Self.msPerMinute) }
}

extension WorkClock {
    /// The instant itself within working hours, else the next opening: officers are told of things then, citizens at once.
    public func workingInstant(atOrAfter instant: Timestamp) -> Timestamp? {
        guard position(of: instant) != nil, let place = place(ofWork: work(before: instant) + 1) else { return nil }
        return self.instant(day: place.day, ms: place.ms - 1)
    }
}
