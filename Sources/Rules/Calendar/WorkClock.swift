/// A calendar made ready for counting: for every day of the horizon, how many working minutes and days lie before it.
///
/// Making one costs a pass over 35 years; asking it costs a binary search. It holds no clock of its own and is the same value on every machine.
public struct WorkClock: Sendable {
    /// The years in which instants can be counted; everything outside has no due instant.
    public static let horizon = 2015...2049

    public let calendar: CalendarVersion

    /// Days since 1970 of the first day of the horizon.
    let firstDay: Int
    /// Working minutes before each day; one entry more than there are days.
    let minutesBefore: [Int32]
    /// Working days before each day; one entry more than there are days.
    let workDaysBefore: [Int32]
    /// For each day its place in `patterns`.
    private let patternOfDay: [UInt8]
    private let patterns: [[WorkInterval]]

    static let msPerMinute: Int64 = 60_000
    static let msPerDay: Int64 = 86_400_000
    static let offsetMS = Int64(LocalTime.vietnamOffsetMinutes) * msPerMinute

    /// Refuses a calendar with the first of its `faults`.
    public init(_ calendar: CalendarVersion) throws(CalendarFault) {
        if let fault = calendar.faults.first { throw fault }
        self.calendar = calendar
        guard let first = CivilDate(year: Self.horizon.lowerBound, month: 1, day: 1), let last = CivilDate(year: Self.horizon.upperBound, month: 12, day: 31)
        else { preconditionFailure("the horizon lies within the years of CivilDate") }
        firstDay = first.daysSinceEpoch
        let count = last.daysSinceEpoch - firstDay + 1

        // Pattern 0 is a day of rest; 1 to 7 are the weekdays.
        patterns = [[]] + Weekday.allCases.map { calendar.hours[$0] }
        var pattern = (0..<count).map { UInt8(Weekday(daysSinceEpoch: first.daysSinceEpoch + $0).rawValue) }
        func index(_ date: CivilDate) -> Int? {
            let index = date.daysSinceEpoch - first.daysSinceEpoch
            return pattern.indices.contains(index) ? index : nil
        }
        for holiday in calendar.holidays {
            var date = max(holiday.from, first)
            while date <= min(holiday.to, last) {
                if let index = index(date) { pattern[index] = 0 }
                date = date.adding(days: 1)
            }
        }
        for swap in calendar.swaps {
            if let work = index(swap.work) { pattern[work] = UInt8(swap.off.weekday.rawValue) }
            if let off = index(swap.off) { pattern[off] = 0 }
        }
        patternOfDay = pattern

        let minutes = patterns.map { Int32($0.reduce(0) { $0 + $1.minutes }) }
        var minutesBefore: [Int32] = [0]
        var workDaysBefore: [Int32] = [0]
        minutesBefore.reserveCapacity(count + 1)
        workDaysBefore.reserveCapacity(count + 1)
        for index in pattern {
            minutesBefore.append(minutesBefore[minutesBefore.count - 1] + minutes[Int(index)])
            workDaysBefore.append(workDaysBefore[workDaysBefore.count - 1] + (minutes[Int(index)] > 0 ? 1 : 0))
        }
        self.minutesBefore = minutesBefore
        self.workDaysBefore = workDaysBefore
    }

    var dayCount: Int { patternOfDay.count }

    func hours(onDay day: Int) -> [WorkInterval] { patterns[Int(patternOfDay[day])] }

    /// The hours in force on a date after holidays and swaps; nil outside the horizon.
    public func hours(on date: CivilDate) -> [WorkInterval]? {
        let day = date.daysSinceEpoch - firstDay
        return patternOfDay.indices.contains(day) ? hours(onDay: day) : nil
    }

    func date(ofDay day: Int) -> CivilDate { CivilDate(daysSinceEpoch: firstDay + day) }

    /// The day of the horizon and the milliseconds since its midnight; nil outside.
    func position(of instant: Timestamp) -> (day: Int, ms: Int64)? {
        let (local, overflow) = instant.ms.addingReportingOverflow(Self.offsetMS - Int64(firstDay) * Self.msPerDay)
        guard !overflow, local >= 0 else { return nil }
        let (day, ms) = local.quotientAndRemainder(dividingBy: Self.msPerDay)
        return day < dayCount ? (Int(day), ms) : nil
    }

    func instant(day: Int, ms: Int64) -> Timestamp { Timestamp(ms: Int64(firstDay + day) * Self.msPerDay + ms - Self.offsetMS) }
}
