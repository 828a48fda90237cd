extension Timestamp {
    /// Reads RFC 3339 §5.6 strictly: date, `T`, time, and an offset that is always there.
    ///
    /// `T` and `Z` may be small. Digits behind the third of a fraction are cut off. Nil for anything else: a space for `T`, no
    /// offset, 29 February of a common year, 24:00, second 60.
    public init?(rfc3339 text: some StringProtocol) {
        var reader = DigitReader(text)
        guard let year = reader.number(4), reader.take("-"), let month = reader.number(2), reader.take("-"), let day = reader.number(2),
            reader.take("T") || reader.take("t"),
            let hour = reader.number(2), reader.take(":"), let minute = reader.number(2), reader.take(":"), let second = reader.number(2),
            let millisecond = Self.fraction(&reader), let offset = Self.offset(&reader), reader.isAtEnd,
            let date = CivilDate(year: year, month: month, day: day),
            let local = LocalTime(date, hour: hour, minute: minute, second: second, millisecond: millisecond)
        else { return nil }
        self = local.instant(offsetMinutes: offset)
    }

    /// `2026-11-22T08:00:00+07:00`, with milliseconds only where there are any.
    public var rfc3339: String { Self.text(LocalTime(self), zone: "+07:00") }

    /// `2026-11-22T01:00:00Z`
    public var rfc3339UTC: String { Self.text(LocalTime(self, offsetMinutes: 0), zone: "Z") }

    private static func text(_ local: LocalTime, zone: String) -> String {
        let fraction = local.millisecond == 0 ? "" : ".\(Digits.padded(local.millisecond, to: 3))"
        return "\(local.date)T\(Digits.two(local.hour)):\(Digits.two(local.minute)):\(Digits.two(local.second))\(fraction)\(zone)"
    }

    /// Milliseconds; zero without a fraction, nil for a point without digits.
    private static func fraction(_ reader: inout DigitReader) -> Int? {
        guard reader.take(".") else { return 0 }
        let digits = reader.digits()
        guard !digits.isEmpty else { return nil }
        var milliseconds = 0
        var place = 100
        for digit in digits.prefix(3) {
            milliseconds += Int(digit - UInt8(ascii: "0")) * place
            place /= 10
        }
        return milliseconds
    }

    /// Minutes east of Greenwich.
    private static func offset(_ reader: inout DigitReader) -> Int? {
        if reader.take("Z") || reader.take("z") { return 0 }
        let sign: Int
        if reader.take("+") { sign = 1 } else if reader.take("-") { sign = -1 } else { return nil }
        guard let hours = reader.number(2), hours <= 23, reader.take(":"), let minutes = reader.number(2), minutes <= 59 else { return nil }
        return sign * (hours * 60 + minutes)
    }
}
