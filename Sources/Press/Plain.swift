import CPango

/// Text as the setter takes it: NFC (so that precomposed Vietnamese letters are used), without control characters.
enum Plain {
    static func text(_ text: String) -> String {
        let printable = String(String.UnicodeScalarView(text.unicodeScalars.filter { !($0.properties.generalCategory == .control && $0 != "\n") }))
        guard let composed = g_utf8_normalize(printable, -1, G_NORMALIZE_NFC) else { return printable }
        defer { g_free(composed) }
        return String(cString: composed)
    }

    /// Longest word that is kept whole; what is longer may be no word.
    static let maxSymbolBytes = 40

    /// Where words with an inner hyphen or slash stand, in UTF-8 bytes. Vietnamese is never hyphenated: the marks belong to
    /// symbols of documents and dates (412/TTr-SXD, 23/11/2026), which a line must not divide.
    static func symbols(in text: String) -> [Range<Int>] {
        var symbols: [Range<Int>] = []
        var start = 0, marked = false, index = 0
        func end() {
            if marked, index - start <= maxSymbolBytes { symbols.append(start..<index) }
        }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\n"):
                end()
                start = index + 1
                marked = false
            case UInt8(ascii: "-"), UInt8(ascii: "/"): marked = true
            default: break
            }
            index += 1
        }
        end()
        return symbols
    }
}
