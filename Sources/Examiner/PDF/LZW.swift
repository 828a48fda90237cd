/// LZWDecode (ISO 32000-2 §7.4.4).
enum LZW {
    private static let clear = 256
    private static let end = 257
    private static let maxCodes = 4096

    static func decode(_ source: ByteSource, _ range: Range<Int>, isEarly: Bool, budget: Budget) throws -> [UInt8] {
        var out: [UInt8] = []
        // Each code is the text of an earlier code and one byte more.
        var prefix = [Int](repeating: -1, count: maxCodes)
        var last = [UInt8](repeating: 0, count: maxCodes)
        for code in 0..<256 { last[code] = UInt8(code) }
        var next = 258
        var width = 9
        var previous = -1
        var bits = 0
        var held = 0
        var text: [UInt8] = []
        func spell(_ code: Int) {
            text.removeAll(keepingCapacity: true)
            var code = code
            while code >= 0 {
                text.append(last[code])
                code = prefix[code]
            }
            text.reverse()
        }
        for index in range {
            bits = (bits << 8 | Int(source[index])) & 0xFF_FFFF
            held += 8
            guard held >= width else { continue }
            let code = bits >> (held - width) & ((1 << width) - 1)
            held -= width
            if code == end { break }
            if code == clear {
                next = 258
                width = 9
                previous = -1
                continue
            }
            if previous < 0 {
                guard code < 256 else { throw PDFFault.malformed("LZW data begins with no byte") }
                out.append(UInt8(code))
                previous = code
                continue
            }
            guard code <= next, next <= maxCodes else { throw PDFFault.malformed("LZW data uses a code it has not made") }
            spell(code < next ? code : previous)
            let first = text[0]
            if code == next { text.append(first) }
            if next < maxCodes {
                prefix[next] = previous
                last[next] = first
                next += 1
            }
            out += text
            previous = code
            if next + (isEarly ? 1 : 0) >= 1 << width, width < 12 { width += 1 }
            if out.count > Inflate.maxBytes { throw PDFFault.tooComplex("a stream inflates to more than \(Inflate.maxBytes) bytes") }
        }
        try budget.inflated(out.count)
        return out
    }
}
