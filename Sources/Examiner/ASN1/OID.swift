/// An object identifier in dotted form.
struct OID: Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    var description: String

    init(stringLiteral value: String) { description = value }

    /// From the content of an OBJECT IDENTIFIER.
    init?(content: ArraySlice<UInt8>) {
        guard !content.isEmpty, content.count <= 64 else { return nil }
        var parts: [UInt64] = []
        var value: UInt64 = 0
        var isOpen = false
        for byte in content {
            guard value <= UInt64.max >> 8 else { return nil }
            value = value << 7 | UInt64(byte & 0x7F)
            isOpen = byte & 0x80 != 0
            if !isOpen {
                parts.append(value)
                value = 0
            }
        }
        guard !isOpen, let first = parts.first else { return nil }
        let root = min(first / 40, 2)
        description = ([root, first - root * 40] + parts.dropFirst()).map(String.init).joined(separator: ".")
    }
}
