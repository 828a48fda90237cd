/// Text for a terminal: what comes from outside cannot move the cursor or colour the screen.
///
/// Literal parts are ours; interpolated values (names from a certificate, a server's sentence) lose their control
/// characters. Colour is a property of a piece and is written only where the reader wants it.
struct TerminalText: ExpressibleByStringInterpolation, Sendable {
    enum Colour: String, Sendable {
        case green = "32", red = "31", yellow = "33", dim = "2", bold = "1"
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) { pieces.append(Piece(text: literal, colour: nil)) }

        mutating func appendInterpolation(_ value: some CustomStringConvertible, _ colour: Colour? = nil) {
            pieces.append(Piece(text: TerminalText.harmless(value.description), colour: colour))
        }

        mutating func appendInterpolation(_ error: any Error) { appendInterpolation(String(describing: error)) }

        mutating func appendInterpolation(_ text: TerminalText) { pieces += text.pieces }
    }

    fileprivate struct Piece: Sendable {
        var text: String
        var colour: Colour?
    }

    private var pieces: [Piece]

    init(stringLiteral value: String) { pieces = [Piece(text: value, colour: nil)] }
    init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

    var plain: String { pieces.map(\.text).joined() }

    var coloured: String {
        pieces.map { piece in piece.colour.map { "\u{1B}[\($0.rawValue)m\(piece.text)\u{1B}[0m" } ?? piece.text }.joined()
    }

    /// Without controls and bidirectional overrides, which could make a bad name look like a good one.
    static func harmless(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0x00..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: " "
                    default: scalar
                    }
                }))
    }
}
