/// Numbers as each language writes them.
public enum Digits {
    /// Groups of three: `1.234` in Vietnamese, `1,234` in English.
    public static func grouped(_ number: Int, in language: Language = .vietnamese) -> String {
        let separator = language == .vietnamese ? "." : ","
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += separator }
            text.append(digit)
        }
        return text
    }

    /// A decimal given in whole units of its last place: 12345 with one place is `1.234,5` (English `1,234.5`).
    public static func decimal(_ units: Int, places: Int, in language: Language = .vietnamese) -> String {
        precondition((1...18).contains(places), "a decimal has 1 to 18 places")
        var scale: UInt = 1
        for _ in 0..<places { scale *= 10 }
        let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: scale)
        let fraction = String(rest)
        return (units < 0 ? "-" : "") + grouped(Int(whole), in: language) + (language == .vietnamese ? "," : ".")
            + String(repeating: "0", count: places - fraction.count) + fraction
    }

    /// Leading zeros up to a width.
    static func padded(_ number: Int, to width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }

    /// At least two digits, as hours, days below ten and document numbers are written.
    static func two(_ number: Int) -> String { padded(number, to: 2) }
}
