/// What clock and calendar on a wall show.
public struct LocalTime: Hashable, Comparable, Sendable {
    /// Minutes east of Greenwich. Viet Nam has kept +07:00 without summer time since 1975.
    public static let vietnamOffsetMinutes = 7 * 60

    public let date: CivilDate
    public let hour: Int
    public let minute: Int
    public let second: Int
    public let millisecond: Int

    /// Nil for a time that does not exist, such as 24:00.
    public init?(_ date: CivilDate, hour: Int, minute: Int, second: Int = 0, millisecond: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second), (0...999).contains(millisecond) else { return nil }
        self.date = date
        self.hour = hour
        self.minute = minute
        self.second = second
        self.millisecond = millisecond
    }

    /// The instant as the wall of a zone shows it.
    public init(_ instant: Timestamp, offsetMinutes: Int = vietnamOffsetMinutes) {
        let local = instant.ms + Int64(offsetMinutes) * 60_000
        let (days, rest) = local.dividedDown(by: Self.msPerDay)
        date = CivilDate(daysSinceEpoch: Int(days))
        hour = Int(rest / 3_600_000)
        minute = Int(rest / 60_000 % 60)
        second = Int(rest / 1000 % 60)
        millisecond = Int(rest % 1000)
    }

    /// The instant at which the wall of a zone shows this.
    public func instant(offsetMinutes: Int = vietnamOffsetMinutes) -> Timestamp {
        let time = ((Int64(hour) * 60 + Int64(minute) - Int64(offsetMinutes)) * 60 + Int64(second)) * 1000 + Int64(millisecond)
        return Timestamp(ms: Int64(date.daysSinceEpoch) * Self.msPerDay + time)
    }

    private static let msPerDay: Int64 = 86_400_000

    public static func < (a: Self, b: Self) -> Bool {
        (a.date, a.hour, a.minute, a.second, a.millisecond) < (b.date, b.hour, b.minute, b.second, b.millisecond)
    }
}

extension Timestamp {
    /// The wall in Viet Nam at this instant.
    public var inVietnam: LocalTime { LocalTime(self) }
}

extension Int64 {
    /// Quotient rounded down and the remainder that is never negative: days before 1970 have hours, too.
    fileprivate func dividedDown(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
