/// A number that a voter's own device draws for a secret ballot, and that only its voter knows: beside it his vote stands in the
/// published list.
public enum Tracker {
    /// 128 bits are 22 characters of base 64 or 32 hexadecimal digits; more is room for other spellings.
    public static let lengths = 22...64

    /// Refuses `request.invalid` at `/tracker` for what holds no 128 bits or is no number of letters, digits, `-`, `_`, `+`, `/`, `=`.
    public static func validated(_ text: String?) throws(Refusal) -> String {
        guard let text, !text.isEmpty else { throw .invalid("/tracker", "field.required") }
        let isClean = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): true
            default: false
            }
        }
        guard isClean, lengths.contains(text.utf8.count) else {
            throw .invalid("/tracker", "poll.tracker", ["minimum": "\(lengths.lowerBound)", "maximum": "\(lengths.upperBound)"])
        }
        return text
    }
}
