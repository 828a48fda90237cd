/// Text strings and dates of PDF (ISO 32000-2 §7.9.2, §7.9.4).
enum PDFText {
    static func decode(_ bytes: [UInt8]) -> String {
        let text: String
        if bytes.starts(with: [0xFE, 0xFF]) {
            text = String(decoding: stride(from: 2, to: bytes.count - bytes.count % 2, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }, as: UTF16.self)
        } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
        } else if let utf8 = String(validating: bytes, as: UTF8.self) {
            text = utf8
        } else {
            var scalars = String.UnicodeScalarView()
            scalars.append(contentsOf: bytes.map { Unicode.Scalar($0) })
            text = String(scalars)
        }
        return NormalForm.composed(String(text.unicodeScalars.filter { $0.value >= 0x20 }.prefix(maxShownCharacters).map(Character.init)))
    }

    /// Longest name handed on.
    static let maxShownCharacters = 256

    /// D:YYYYMMDDHHmmSSOHH'mm'; nil for anything else. A date without zone is taken as UTC.
    static func date(_ bytes: [UInt8]) -> Instant? {
        var text = bytes[...]
        if text.starts(with: [UInt8(ascii: "D"), UInt8(ascii: ":")]) { text = text.dropFirst(2) }
        let digits = text.prefix { Characters.digit($0) != nil }
        guard digits.count >= 4, digits.count % 2 == 0, digits.count <= 14 else { return nil }
        let values = digits.map { Int($0 - UInt8(ascii: "0")) }
        func pair(_ index: Int, default fallback: Int) -> Int { index + 1 < values.count ? values[index] * 10 + values[index + 1] : fallback }
        guard let local = Instant(
            year: pair(0, default: 0) * 100 + pair(2, default: 0), month: pair(4, default: 1), day: pair(6, default: 1),
            hour: pair(8, default: 0), minute: pair(10, default: 0), second: pair(12, default: 0))
        else { return nil }
        let zone = text.dropFirst(digits.count)
        guard let sign = zone.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return local }
        let offset = zone.dropFirst().compactMap { Characters.digit($0) }
        guard offset.count == 2 || offset.count == 4 else { return local }
        let seconds = (offset[0] * 10 + offset[1]) * 3600 + (offset.count == 4 ? (offset[2] * 10 + offset[3]) * 60 : 0)
        return local.advanced(bySeconds: sign == UInt8(ascii: "+") ? -seconds : seconds)
    }
}
