/// Reads fixed-width numbers and single marks from ASCII text, and stops at anything else.
struct DigitReader {
    private var rest: ArraySlice<UInt8>

    /// Longer than any date this house reads.
    private static let maximumLength = 64

    init(_ text: some StringProtocol) { rest = ArraySlice(text.utf8.prefix(Self.maximumLength)) }

    var isAtEnd: Bool { rest.isEmpty }

    /// Exactly `width` digits.
    mutating func number(_ width: Int) -> Int? {
        let digits = rest.prefix(width)
        guard digits.count == width, digits.allSatisfy(Self.isDigit) else { return nil }
        rest = rest.dropFirst(width)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// As many digits as there are.
    mutating func digits() -> ArraySlice<UInt8> {
        let digits = rest.prefix(while: Self.isDigit)
        rest = rest.dropFirst(digits.count)
        return digits
    }

    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == mark.value else { return false }
        rest = rest.dropFirst()
        return true
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
