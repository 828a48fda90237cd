/// ASCIIHexDecode and ASCII85Decode (ISO 32000-2 §7.4.2, §7.4.3).
enum ASCIIFilters {
    static func hexadecimal(_ input: [UInt8]) throws -> [UInt8] {
        var out: [UInt8] = []
        var high: UInt8?
        for byte in input {
            if byte == UInt8(ascii: ">") { break }
            if Characters.isSpace(byte) { continue }
            guard let digit = Characters.hexadecimal(byte) else { throw PDFFault.malformed("ASCIIHex data holds another character") }
            if let first = high {
                out.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        if let high { out.append(high << 4) }
        return out
    }

    static func base85(_ input: [UInt8]) throws -> [UInt8] {
        var out: [UInt8] = []
        var group: [UInt64] = []
        func flush(_ group: [UInt64]) {
            let padded = group + Array(repeating: 84, count: 5 - group.count)
            let value = padded.reduce(0) { $0 * 85 + $1 } & 0xFFFF_FFFF
            let bytes = [UInt8(value >> 24), UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
            out += bytes.prefix(group.count - 1)
        }
        for byte in input {
            if byte == UInt8(ascii: "~") { break }
            if Characters.isSpace(byte) { continue }
            if byte == UInt8(ascii: "z"), group.isEmpty {
                out += [0, 0, 0, 0]
                continue
            }
            guard byte >= UInt8(ascii: "!"), byte <= UInt8(ascii: "u") else { throw PDFFault.malformed("ASCII85 data holds another character") }
            group.append(UInt64(byte - UInt8(ascii: "!")))
            if group.count == 5 {
                flush(group)
                group = []
            }
        }
        if group.count > 1 { flush(group) }
        return out
    }
}
