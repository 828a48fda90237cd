/// Text of the string types certificates use, in NFC.
enum ASN1Text {
    static func decode(_ node: ASN1Node) -> String {
        let bytes = Array(node.bytes)
        let text = switch node.tag {
        case 0x1E: String(decoding: units(bytes, 2).map { UInt16(truncatingIfNeeded: $0) }, as: UTF16.self)
        case 0x1C: String(decoding: units(bytes, 4), as: UTF32.self)
        case 0x14: String(validating: bytes, as: UTF8.self) ?? latin1(bytes)  // TeletexString: in practice Latin-1 or UTF-8
        default: String(validating: bytes, as: UTF8.self) ?? latin1(bytes)
        }
        return NormalForm.composed(String(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
    }

    private static func units(_ bytes: [UInt8], _ width: Int) -> [UInt32] {
        stride(from: 0, to: bytes.count - bytes.count % width, by: width).map { start in
            bytes[start..<(start + width)].reduce(0) { $0 << 8 | UInt32($1) }
        }
    }

    private static func latin1(_ bytes: [UInt8]) -> String {
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: bytes.map { Unicode.Scalar($0) })
        return String(scalars)
    }
}
