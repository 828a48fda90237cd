/// A point in time, whole seconds since 1970 UTC: as fine as certificates and time-stamps are compared.
struct Instant: Comparable, Hashable {
    var seconds: Int

    init(seconds: Int) { self.seconds = seconds }
    init(milliseconds: Int64) { seconds = Int(milliseconds.quotientAndFloor(1000)) }

    /// Nil unless the calendar has such a moment (proleptic Gregorian).
    init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day), (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second) else { return nil }
        // Days since 1970 by counting years from March, so that the leap day comes last.
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        seconds = days * 86_400 + hour * 3600 + minute * 60 + min(second, 59)
        guard Self.civil(days) == (year, month, day) else { return nil }
    }

    static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }

    func advanced(bySeconds count: Int) -> Instant { Instant(seconds: seconds + count) }

    private static func civil(_ days: Int) -> (Int, Int, Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// RFC 3339 in UTC.
    var rfc3339: String {
        let days = Int(Int64(seconds).quotientAndFloor(86_400))
        let rest = seconds - days * 86_400
        let (year, month, day) = Self.civil(days)
        func padded(_ value: Int, _ width: Int) -> String {
            let text = String(value)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))Z"
    }

    /// As people read it, day first, in Vietnam's time (UTC+7, no summer time).
    var dayInVietnam: String {
        let (year, month, day) = Self.civil(Int(Int64(seconds + 7 * 3600).quotientAndFloor(86_400)))
        return "\(day)/\(month)/\(year)"
    }
}

extension Int64 {
    fileprivate func quotientAndFloor(_ divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
