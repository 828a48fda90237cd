extension PDFParser {
    mutating func name() throws -> String {
        position += 1
        let start = position
        var isPlain = true
        while position < end, Characters.isRegular(source[position]) {
            if source[position] == UInt8(ascii: "#") || source[position] >= 0x80 { isPlain = false }
            position += 1
        }
        let raw = source.bytes(start..<position)
        if isPlain { return String(decoding: raw, as: UTF8.self) }
        var scalars = String.UnicodeScalarView()
        var index = 0
        while index < raw.count {
            if raw[index] == UInt8(ascii: "#"), index + 2 < raw.count, let high = Characters.hexadecimal(raw[index + 1]), let low = Characters.hexadecimal(raw[index + 2]) {
                scalars.append(Unicode.Scalar(high << 4 | low))
                index += 3
            } else {
                scalars.append(Unicode.Scalar(raw[index]))
                index += 1
            }
        }
        return String(scalars)
    }

    mutating func hexadecimalString() throws -> PDFString {
        let start = position
        position += 1
        var bytes: [UInt8] = []
        var high: UInt8?
        while let byte = next {
            position += 1
            if byte == UInt8(ascii: ">") {
                if let high { bytes.append(high << 4) }
                return PDFString(bytes: bytes, range: isFile ? start..<position : nil, isHexadecimal: true)
            }
            if Characters.isSpace(byte) { continue }
            guard let digit = Characters.hexadecimal(byte) else { throw PDFFault.malformed("a hexadecimal string holds another character at offset \(position)") }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        throw PDFFault.malformed("a hexadecimal string does not end")
    }

    mutating func literalString() throws -> PDFString {
        let start = position
        position += 1
        var bytes: [UInt8] = []
        var open = 1
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "("):
                open += 1
                bytes.append(byte)
            case UInt8(ascii: ")"):
                open -= 1
                if open == 0 { return PDFString(bytes: bytes, range: isFile ? start..<position : nil, isHexadecimal: false) }
                bytes.append(byte)
            case UInt8(ascii: "\\"): escape(into: &bytes)
            case 0x0D:
                if next == 0x0A { position += 1 }
                bytes.append(0x0A)
            default: bytes.append(byte)
            }
        }
        throw PDFFault.malformed("a string does not end")
    }

    private mutating func escape(into bytes: inout [UInt8]) {
        guard let byte = next else { return }
        position += 1
        switch byte {
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "b"): bytes.append(0x08)
        case UInt8(ascii: "f"): bytes.append(0x0C)
        case 0x0D: if next == 0x0A { position += 1 }
        case 0x0A: break
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            var value = Int(byte - UInt8(ascii: "0"))
            for _ in 0..<2 {
                guard let digit = next, digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "7") else { break }
                value = value * 8 + Int(digit - UInt8(ascii: "0"))
                position += 1
            }
            bytes.append(UInt8(truncatingIfNeeded: value))
        default: bytes.append(byte)
        }
    }
}
