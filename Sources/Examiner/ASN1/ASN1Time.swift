extension ASN1Node {
    /// A UTCTime or GeneralizedTime (RFC 5280 §4.1.2.5, RFC 3161 §2.4.2).
    func instant() throws -> Instant {
        let text = Array(bytes)
        let yearDigits = tag == Tag.utcTime ? 2 : 4
        guard tag == Tag.utcTime || tag == Tag.generalizedTime else { throw Fault(detail: "no time") }
        var digits: [Int] = []
        var index = 0
        while index < text.count, let digit = Characters.digit(text[index]) {
            digits.append(digit)
            index += 1
        }
        guard digits.count == yearDigits + 8 || digits.count == yearDigits + 10 else { throw Fault(detail: "no time") }
        func number(_ from: Int, _ count: Int) -> Int { digits[from..<min(from + count, digits.count)].reduce(0) { $0 * 10 + $1 } }
        var year = number(0, yearDigits)
        if yearDigits == 2 { year += year < 50 ? 2000 : 1900 }
        let seconds = digits.count == yearDigits + 10 ? number(yearDigits + 8, 2) : 0
        guard let instant = Instant(
            year: year, month: number(yearDigits, 2), day: number(yearDigits + 2, 2),
            hour: number(yearDigits + 4, 2), minute: number(yearDigits + 6, 2), second: seconds)
        else { throw Fault(detail: "no such time") }
        if index < text.count, text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ",") {
            index += 1
            while index < text.count, Characters.digit(text[index]) != nil { index += 1 }
        }
        if index == text.count - 1, text[index] == UInt8(ascii: "Z") { return instant }
        guard index + 5 == text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") else { throw Fault(detail: "a time without zone") }
        let zone = text[(index + 1)...].compactMap(Characters.digit)
        guard zone.count == 4 else { throw Fault(detail: "a time without zone") }
        let offset = (zone[0] * 10 + zone[1]) * 3600 + (zone[2] * 10 + zone[3]) * 60
        return instant.advanced(bySeconds: text[index] == UInt8(ascii: "+") ? -offset : offset)
    }
}
