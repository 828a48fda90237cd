/// How much working time a clock grants. The two kinds are never turned into each other: a day is not eight hours.
public enum Budget: Hashable, Sendable {
    /// Due at the earliest instant at which that many minutes of working time have elapsed.
    case minutes(Int)
    /// Counting starts with the next working day; due at the end of the hours of the last of them.
    case days(Int)

    public static let maximumMinutes = 20_000 * 60
    public static let maximumDays = 2000

    /// Half of it, rounded up: what a reopened report gets.
    public var halved: Budget { share(50) }

    /// That many percent of it, rounded up to whole minutes or days and never nothing.
    public func share(_ percent: Int) -> Budget {
        switch self {
        case .minutes(let minutes): .minutes(max(1, (minutes * percent + 99) / 100))
        case .days(let days): .days(max(1, (days * percent + 99) / 100))
        }
    }

    var isAcceptable: Bool {
        switch self {
        case .minutes(let minutes): (1...Self.maximumMinutes).contains(minutes)
        case .days(let days): (1...Self.maximumDays).contains(days)
        }
    }
}

extension Budget: CustomStringConvertible, Codable {
    /// `8h`, `90m`, `7d`
    public var description: String {
        switch self {
        case .minutes(let minutes): minutes.isMultiple(of: 60) ? "\(minutes / 60)h" : "\(minutes)m"
        case .days(let days): "\(days)d"
        }
    }

    /// Reads `8h`, `90m` or `7d`; nil for zero, for more than `maximumMinutes` or `maximumDays`, and for anything else.
    public init?(_ text: some StringProtocol) {
        var reader = DigitReader(text)
        let digits = reader.digits()
        guard (1...7).contains(digits.count), let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        if reader.take("h") { self = .minutes(number * 60) } else if reader.take("m") { self = .minutes(number) } else if reader.take("d") { self = .days(number) } else { return nil }
        guard reader.isAtEnd, isAcceptable else { return nil }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let budget = Budget(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a budget as 8h, 90m or 7d")
        }
        self = budget
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// In words: `8 giờ làm việc`, `7 working days`.
    public var words: BilingualText {
        switch self {
        case .minutes(let minutes) where minutes.isMultiple(of: 60):
            BilingualText(vi: "\(minutes / 60) giờ làm việc", en: minutes == 60 ? "1 working hour" : "\(minutes / 60) working hours")
        case .minutes(let minutes): BilingualText(vi: "\(minutes) phút làm việc", en: minutes == 1 ? "1 working minute" : "\(minutes) working minutes")
        case .days(let days): BilingualText(vi: "\(days) ngày làm việc", en: days == 1 ? "1 working day" : "\(days) working days")
        }
    }
}
