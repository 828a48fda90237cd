/// Finds numbers of official documents in a text: digits, a stroke, perhaps a year and a stroke, then capitals: `412/TTr-SXD`,
/// `45/2018/QĐ-TTg`, `12729/VPCP-KGVX`.
public enum DocumentNumbers {
    private static let maximumDigits = 6
    private static let maximumSymbol = 40

    /// Each number once, in the order of the text.
    public static func found(in text: String) -> [String] {
        let characters = Array(text)
        var numbers: [String] = []
        var index = 0
        while index < characters.count {
            guard isDigit(characters[index]), index == 0 || !isPartOfNumber(characters[index - 1]) else {
                index += 1
                continue
            }
            guard let end = number(in: characters, from: index) else {
                while index < characters.count, isDigit(characters[index]) { index += 1 }
                continue
            }
            let number = String(characters[index..<end])
            if !numbers.contains(number) { numbers.append(number) }
            index = end
        }
        return numbers
    }

    private static func number(in text: [Character], from start: Int) -> Int? {
        guard var end = digits(in: text, from: start, atMost: maximumDigits), end < text.count, text[end] == "/" else { return nil }
        end += 1
        if let year = digits(in: text, from: end, atMost: 4), year - end == 4, year < text.count, text[year] == "/" { end = year + 1 }
        let symbol = end
        while end < text.count, text[end].isLetter || text[end] == "-" || text[end] == "–" || isDigit(text[end]) { end += 1 }
        while end > symbol, !text[end - 1].isLetter, !isDigit(text[end - 1]) { end -= 1 }
        let letters = text[symbol..<end]
        // Two capitals at least, so that "3/m" or "23/11" is no document.
        guard letters.count <= maximumSymbol, letters.filter(\.isUppercase).count >= 2, letters.first?.isUppercase == true else { return nil }
        return end
    }

    private static func digits(in text: [Character], from start: Int, atMost limit: Int) -> Int? {
        var end = start
        while end < text.count, isDigit(text[end]) { end += 1 }
        return end > start && end - start <= limit ? end : nil
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
    private static func isPartOfNumber(_ character: Character) -> Bool { isDigit(character) || character == "/" || character.isLetter }
}
