extension ReportClock {
    /// Counts the due instant and the next alarm anew, after a pause, an extension or a new version of the calendar.
    mutating func recount(by clock: WorkClock) {
        calendarVersion = clock.calendar.version
        if let fixedDue {
            due = max(fixedDue, startedAt)
            // A meeting does not wait; a date somebody has to keep moves by what pauses take.
            if fixedAt == nil { due = clock.moved(due, since: extendedAt ?? startedAt, by: pauses) }
        } else {
            due = clock.due(from: startedAt, budget: budget, pauses: pauses) ?? clock.endOfHorizon
        }
        setAlarm(by: clock)
    }

    private mutating func setAlarm(by clock: WorkClock) {
        guard isOpen, !isPaused, let level = nextLevel else {
            nextAlarm = nil
            return
        }
        let counted =
            fixedDue == nil
            ? clock.instant(atPercent: level.percent, of: budget, from: startedAt, pauses: pauses)
            : clock.instant(atPercent: level.percent, between: startedAt, and: due)
        // A budget without working time before its due instant still rings at it.
        let instant = counted ?? clock.endOfHorizon
        nextAlarm = level > .head ? max(instant, due) : instant
    }

    var nextLevel: AlarmLevel? {
        guard let rung else { return .reminder }
        return AlarmLevel(rawValue: rung.rawValue + 1)
    }

    mutating func pause(at now: Timestamp, by clock: WorkClock) {
        guard isOpen, !isPaused else { return }
        pauses.append(Pause(from: now, to: nil))
        setAlarm(by: clock)
    }

    /// Goes on with the time that had elapsed.
    mutating func resume(at now: Timestamp, by clock: WorkClock) {
        guard isOpen, isPaused, let last = pauses.indices.last else { return }
        pauses[last].to = now
        recount(by: clock)
    }

    mutating func stop(_ ending: Ending, at now: Timestamp) {
        guard isOpen else { return }
        if isPaused, let last = pauses.indices.last { pauses[last].to = now }
        stoppedAt = now
        self.ending = ending
        nextAlarm = nil
    }

    /// A date instead of the counted one: counting waits for it.
    mutating func fix(_ date: Timestamp, at now: Timestamp, by clock: WorkClock) {
        guard isOpen else { return }
        fixedDue = date
        fixedAt = fixedAt ?? now
        recount(by: clock)
    }

    /// Goes back to counting, with the time that had elapsed.
    mutating func unfix(at now: Timestamp, by clock: WorkClock) {
        guard isOpen, let since = fixedAt else { return }
        fixedDue = nil
        fixedAt = nil
        pauses.append(Pause(from: since, to: now))
        recount(by: clock)
    }

    /// Another budget with the time that had elapsed; for corrections before anything was promised on the old one.
    mutating func rebudget(_ row: ServiceProfile.Row, by clock: WorkClock) {
        guard isOpen else { return }
        budget = row.budget
        calendar = row.calendar
        recount(by: clock)
        originalDue = due
    }

    /// A later date granted; the original one stays for statistics.
    mutating func extend(to date: Timestamp, at now: Timestamp, by clock: WorkClock) {
        guard isOpen else { return }
        extendedAt = now
        fixedDue = date
        recount(by: clock)
    }

    /// Rings the next level, if its instant has come.
    mutating func ring(at now: Timestamp, by clock: WorkClock) -> AlarmLevel? {
        guard isOpen, !isPaused, let level = nextLevel, let nextAlarm, nextAlarm <= now else { return nil }
        rung = level
        if level == .head { breachedAt = due }
        setAlarm(by: clock)
        return level
    }

    /// Working minutes that have counted up to `now`.
    public func elapsedMinutes(at now: Timestamp, by clock: WorkClock) -> Int {
        clock.minutes(from: startedAt, to: stoppedAt ?? now, pauses: pauses)
    }
}

extension WorkClock {
    /// A date moved by the working time that pauses have taken since an instant.
    func moved(_ date: Timestamp, since: Timestamp, by pauses: [Pause]) -> Timestamp {
        let amount = work(before: date) - work(before: since)
        let mark = mark(from: since, amount: amount, pauses: pauses.filter { $0.from >= since })
        guard mark > work(before: date) else { return date }
        return place(ofWork: mark).map { instant(day: $0.day, ms: $0.ms) } ?? endOfHorizon
    }

    /// The last instant of the horizon: what lies beyond it is due then.
    var endOfHorizon: Timestamp { instant(day: dayCount - 1, ms: Self.msPerDay - 1) }
}
