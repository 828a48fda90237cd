import Foundation
public import Rules

/// Free text from outside on its way in: NFC, trimmed, without control characters, bounded.
public enum Text {
    public static let titleLength = 500
    public static let nameLength = 200
    public static let proseLength = 20_000

    /// - Throws: `request.invalid` naming `pointer` when empty (unless allowed) or longer than `limit` characters.
    public static func checked(_ text: String, at pointer: String, limit: Int, mayBeEmpty: Bool = false) throws(Refusal) -> String {
        let clean = clean(text)
        if clean.isEmpty && !mayBeEmpty { throw .invalid(pointer, "field.required") }
        if clean.count > limit { throw .invalid(pointer, "field.too-long", ["maximum": "\(limit)"]) }
        return clean
    }

    /// NFC, trimmed, without control characters, nor those that turn the direction of writing and make a text look like another; whether it is long enough or too long somebody else says.
    public static func clean(_ text: String) -> String {
        // Composed last: what is filtered out between two marks would leave them uncomposed.
        text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").precomposedStringWithCanonicalMapping
            .filter { character in character == "\n" || !character.unicodeScalars.contains { $0.properties.generalCategory == .control || $0.properties.isBidiControl } }
            .trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
    }
}
