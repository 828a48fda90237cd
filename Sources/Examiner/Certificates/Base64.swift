/// Base64 (RFC 4648 §4); spaces are ignored, anything else foreign makes it nil.
enum Base64 {
    static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
        var out: [UInt8] = []
        var held: UInt32 = 0
        var digits = 0
        var padding = 0
        for byte in text {
            let value: UInt32
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte - UInt8(ascii: "A"))
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte - UInt8(ascii: "a")) + 26
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte - UInt8(ascii: "0")) + 52
            case UInt8(ascii: "+"): value = 62
            case UInt8(ascii: "/"): value = 63
            case UInt8(ascii: "="):
                padding += 1
                continue
            case 0x20, 0x09, 0x0A, 0x0D: continue
            default: return nil
            }
            guard padding == 0 else { return nil }
            held = held << 6 | value
            digits += 1
            if digits == 4 {
                out += [UInt8(held >> 16 & 0xFF), UInt8(held >> 8 & 0xFF), UInt8(held & 0xFF)]
                held = 0
                digits = 0
            }
        }
        guard digits != 1, padding <= 2 else { return nil }
        if digits == 2 { out.append(UInt8(held >> 4 & 0xFF)) }
        if digits == 3 { out += [UInt8(held >> 10 & 0xFF), UInt8(held >> 2 & 0xFF)] }
        return out
    }
}
