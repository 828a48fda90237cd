/// Counts syllables as Vietnamese writes them: words of letters between spaces and marks.
///
/// Digits alone are none, marks of composed and decomposed text count alike, invisible characters do not part or make any. A run of letters
/// longer than any syllable ("nghiêng" has seven letters) counts once, so that a pasted blob is not a text.
public enum Syllables {
    public static func count(_ text: some StringProtocol) -> Int { words(text).count }

    /// The syllables, small and without marks.
    static func words(_ text: some StringProtocol) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in Folding.key(text).unicodeScalars {
            if isInvisible(scalar) { continue }
            if scalar.properties.isAlphabetic {
                word.unicodeScalars.append(scalar)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// Zero-width and other format characters, which a reader cannot see.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .format || (scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t" && scalar != "\r")
    }

    /// Whether a reader sees nothing at all.
    public static func isBlank(_ text: some StringProtocol) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || isInvisible($0) || $0.properties.isDefaultIgnorableCodePoint }
    }
}
