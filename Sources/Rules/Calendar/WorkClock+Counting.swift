extension WorkClock {
    /// Working milliseconds from the beginning of the horizon to the instant; its first or last value outside.
    func work(before instant: Timestamp) -> Int64 {
        guard let (day, ms) = position(of: instant) else {
            return instant.ms < self.instant(day: 0, ms: 0).ms ? 0 : Int64(minutesBefore[dayCount]) * Self.msPerMinute
        }
        var work = Int64(minutesBefore[day]) * Self.msPerMinute
        for interval in hours(onDay: day) {
            let from = Int64(interval.from) * Self.msPerMinute
            guard ms > from else { break }
            work += min(ms, Int64(interval.to) * Self.msPerMinute) - from
        }
        return work
    }

    /// The earliest moment by which that much work lies behind: a day and milliseconds from its midnight, at most 24 hours. Nil past the horizon.
    func place(ofWork work: Int64) -> (day: Int, ms: Int64)? {
        guard work > 0 else { return (0, 0) }
        let minutes = Int32(clamping: (work + Self.msPerMinute - 1) / Self.msPerMinute)
        // The first day behind which at least that much work lies.
        let after = Self.firstIndex(in: minutesBefore, notBelow: minutes)
        guard after <= dayCount else { return nil }
        let day = after - 1
        var left = work - Int64(minutesBefore[day]) * Self.msPerMinute
        for interval in hours(onDay: day) {
            let length = Int64(interval.minutes) * Self.msPerMinute
            if left <= length { return (day, Int64(interval.from) * Self.msPerMinute + left) }
            left -= length
        }
        preconditionFailure("the table of minutes agrees with the hours")
    }

    /// Index of the first entry that is at least `value`; the count if there is none.
    static func firstIndex(in table: [Int32], notBelow value: Int32) -> Int {
        table.withUnsafeBufferPointer { entries in
            var low = 0
            var high = entries.count
            while low < high {
                let middle = (low + high) / 2
                if entries[middle] < value { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    /// Where the count of work stands when `amount` has been done since `start` outside the pauses.
    func mark(from start: Timestamp, amount: Int64, pauses: [Pause]) -> Int64 {
        var mark = work(before: start) + amount
        guard !pauses.isEmpty else { return mark }
        for pause in pauses.merged(until: start) where pause.to > start {
            let before = work(before: max(pause.from, start))
            if before >= mark { break }
            mark += work(before: pause.to) - before
        }
        return mark
    }

    /// Working minutes between two instants without the paused ones, rounded down; an open pause ends at `end`.
    public func minutes(from start: Timestamp, to end: Timestamp, pauses: [Pause] = []) -> Int {
        guard start < end else { return 0 }
        var work = work(before: end) - work(before: start)
        for pause in pauses.merged(until: end) where pause.to > start && pause.from < end {
            work -= self.work(before: min(pause.to, end)) - self.work(before: max(pause.from, start))
        }
        return Int(work / Self.msPerMinute)
    }

    /// Working days after the day of `start` up to and with the day of `end`; how long something has waited.
    public func days(from start: Timestamp, to end: Timestamp) -> Int {
        guard let from = position(of: start), let to = position(of: end), from.day < to.day else { return 0 }
        return Int(workDaysBefore[to.day + 1] - workDaysBefore[from.day + 1])
    }
}
