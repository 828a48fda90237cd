/// The check character of ISO/IEC 7064, MOD 37-2: it finds every single wrong character and every swap of neighbours.
enum CheckCharacter {
    private static let modulus = 37
    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*".utf8)

    /// Nil if the text holds anything but digits and capitals.
    static func of(_ text: some Collection<UInt8>) -> UInt8? {
        var sum = 0
        for byte in text {
            guard let value = value(byte) else { return nil }
            sum = (sum + value) * 2 % modulus
        }
        return alphabet[(modulus + 1 - sum) % modulus]
    }

    private static func value(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }
}
