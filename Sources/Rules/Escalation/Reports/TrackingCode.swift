/// The public code of a report: `HN2611-7K3QX9MD-R`.
///
/// `HN`, year and month of receipt, eight characters of Crockford's base 32 (40 random bits, so that volume cannot be read off and codes cannot
/// be tried out), and a check character of ISO/IEC 7064 MOD 37-2 over everything before it. Codes whose check character could be misread
/// (`I L O U *`) are not given out.
public struct TrackingCode: Hashable, Sendable, CustomStringConvertible {
    public static let randomBytes = 5
    private static let prefix = Array("HN".utf8)
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    private static let randomLength = 8
    /// Prefix, four digits, the random part and the check character.
    private static let length = 15

    /// Fifteen characters without strokes.
    private let compact: String

    /// A code for a report received on that day. `random` are five bytes from a generator fit for secrets.
    public init(receivedOn date: CivilDate, random: [UInt8]) {
        precondition(random.count >= Self.randomBytes, "a tracking code takes five random bytes")
        let number = random.prefix(Self.randomBytes).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var body = Self.prefix + Array((Digits.two(date.year % 100) + Digits.two(date.month)).utf8)
        for place in (0..<Self.randomLength).reversed() { body.append(Self.alphabet[Int(number >> UInt64(place * 5) & 31)]) }
        // Where the check character could be misread, the last random character goes on to the next.
        var last = Int(number & 31)
        while true {
            if let check = CheckCharacter.of(body), Self.alphabet.contains(check) {
                compact = String(decoding: body + [check], as: UTF8.self)
                return
            }
            last = (last + 1) % Self.alphabet.count
            body[body.count - 1] = Self.alphabet[last]
        }
    }

    /// Reads a code as people type it: small letters, spaces and strokes anywhere, `O` for `0`, `I` and `L` for `1`. Nil if a character is
    /// wrong, missing or swapped.
    public init?(_ text: some StringProtocol) {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars.prefix(4 * Self.length) {
            if scalar.properties.isWhitespace || scalar.properties.generalCategory == .dashPunctuation { continue }
            guard scalar.isASCII else { return nil }
            let byte = UInt8(scalar.value)
            let capital = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte
            switch capital {
            case UInt8(ascii: "O"): bytes.append(UInt8(ascii: "0"))
            case UInt8(ascii: "I"), UInt8(ascii: "L"): bytes.append(UInt8(ascii: "1"))
            default: bytes.append(capital)
            }
            if bytes.count > Self.length { return nil }
        }
        guard bytes.count == Self.length, Array(bytes.prefix(2)) == Self.prefix, Self.isMonth(bytes[2..<6]),
            bytes[6..<14].allSatisfy(Self.alphabet.contains), CheckCharacter.of(bytes.dropLast()) == bytes[14]
        else { return nil }
        compact = String(decoding: bytes, as: UTF8.self)
    }

    private static func isMonth(_ digits: ArraySlice<UInt8>) -> Bool {
        var reader = DigitReader(String(decoding: digits, as: UTF8.self))
        guard reader.number(2) != nil, let month = reader.number(2) else { return false }
        return (1...12).contains(month)
    }

    /// `HN2611-7K3QX9MD-R`
    public var description: String { "\(compact.prefix(6))-\(compact.dropFirst(6).prefix(8))-\(compact.suffix(1))" }
}

extension TrackingCode: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let code = TrackingCode(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a tracking code")
        }
        self = code
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
