import Rules

/// Path and query of a request below `/api/v1`, percent-encoded (RFC 3986).
struct Target: Sendable, Equatable {
    private(set) var text: String

    /// Segments in order; ids and names are encoded, so none of them can reach another path.
    init(_ segments: String...) {
        text = segments.map { "/" + Self.encoded($0) }.joined()
    }

    /// The same target with one more query item; nothing for nil.
    func with(_ name: String, _ value: String?) -> Target {
        guard let value else { return self }
        var target = self
        target.text += (text.contains("?") ? "&" : "?") + name + "=" + Self.encoded(value)
        return target
    }

    /// Everything but RFC 3986 §2.3 unreserved: a plus sign in a time must not become a space.
    private static func encoded(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                out += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return out
    }
}
