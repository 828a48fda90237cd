/// What a text of a citizen becomes before anybody may read it: telephone numbers, mail addresses, numbers of identity papers and house numbers are
/// covered. The original stays sealed; a moderator may write another public text.
public enum PublicText {
    /// What stands where something was covered.
    public static let cover = "[đã ẩn]"
    /// Telephone numbers have ten digits, identity papers nine or twelve; shorter ones are sums, dates and sections of law.
    static let digitsOfPerson = 9...15

    /// The text with everything covered that tells who or where exactly a person is.
    public static func masking(_ text: String) -> String {
        masked(text, houseNumbers: false)
    }

    /// An address with its house number covered: street and landmark are public, the exact door is not.
    public static func maskingAddress(_ text: String) -> String {
        masked(text, houseNumbers: true)
    }

    private static func masked(_ text: String, houseNumbers: Bool) -> String {
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        if houseNumbers {
            for index in words.indices where index == 0 || ["số", "so", "nhà", "sn"].contains(words[index - 1].lowercased()) {
                if words[index].first.map(isDigit) == true { words[index] = cover + trailing(words[index]) }
            }
        }
        for index in words.indices where words[index].contains("@") && words[index].contains(".") { words[index] = cover + trailing(words[index]) }
        return coveringNumbers(words.joined(separator: " "))
    }

    /// Runs of digits, perhaps with single spaces, dots or strokes between, that are as long as a number that names a person.
    private static func coveringNumbers(_ text: String) -> String {
        let characters = Array(text)
        var result = ""
        var index = 0
        while index < characters.count {
            let isStart = isDigit(characters[index]) || (characters[index] == "+" && index + 1 < characters.count && isDigit(characters[index + 1]))
            guard isStart else {
                result.append(characters[index])
                index += 1
                continue
            }
            var end = index + 1
            var digits = isDigit(characters[index]) ? 1 : 0
            while end < characters.count {
                if isDigit(characters[end]) {
                    digits += 1
                    end += 1
                } else if [" ", ".", "-"].contains(characters[end]), end + 1 < characters.count, isDigit(characters[end + 1]) {
                    end += 1
                } else {
                    break
                }
            }
            let run = String(characters[index..<end])
            result += digitsOfPerson.contains(digits) && !isSum(run) ? cover : run
            index = end
        }
        return result
    }

    /// `1.500.000.000` is money: groups of three.
    private static func isSum(_ run: String) -> Bool {
        let groups = run.split(separator: ".")
        return groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(groups[0].count) && !run.hasPrefix("0")
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

    private static func trailing(_ word: String) -> String { word.last.map { ",.;:".contains($0) ? String($0) : "" } ?? "" }
}
