/// Working hours without a break, in minutes from midnight: `08:00-12:00`. The end may be `24:00`.
public struct WorkInterval: Hashable, Sendable {
    public static let minutesPerDay = 1440

    public let from: Int
    public let to: Int

    /// Nil unless `0 ≤ from < to ≤ 1440`.
    public init?(from: Int, to: Int) {
        guard from >= 0, from < to, to <= Self.minutesPerDay else { return nil }
        self.from = from
        self.to = to
    }

    public var minutes: Int { to - from }
}

extension WorkInterval: CustomStringConvertible, Codable {
    /// `08:00-12:00`
    public var description: String { "\(Self.clock(from))-\(Self.clock(to))" }

    /// Reads `08:00-12:00` and nothing else.
    public init?(_ text: some StringProtocol) {
        var reader = DigitReader(text)
        guard let from = Self.minute(&reader), reader.take("-"), let to = Self.minute(&reader), reader.isAtEnd else { return nil }
        self.init(from: from, to: to)
    }

    private static func minute(_ reader: inout DigitReader) -> Int? {
        guard let hour = reader.number(2), reader.take(":"), let minute = reader.number(2), minute < 60 else { return nil }
        return hour * 60 + minute
    }

    /// `08:00`
    static func clock(_ minute: Int) -> String { "\(Digits.two(minute / 60)):\(Digits.two(minute % 60))" }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let interval = WorkInterval(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not hours as 08:00-12:00")
        }
        self = interval
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
