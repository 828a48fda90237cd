/// Text armour around DER (RFC 7468).
enum PEM {
    /// The DER of each block labelled `label`; blocks that are no base64 are skipped.
    static func blocks(_ label: String, in text: [UInt8]) -> [[UInt8]] {
        let lines = text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
        let begin = Array("-----BEGIN \(label)-----".utf8)
        let end = Array("-----END \(label)-----".utf8)
        var blocks: [[UInt8]] = []
        var body: [UInt8]?
        for line in lines {
            if line.elementsEqual(begin) {
                body = []
            } else if line.elementsEqual(end) {
                if let whole = body, let der = Base64.decode(whole) { blocks.append(der) }
                body = nil
            } else {
                body?.append(contentsOf: line)
            }
        }
        return blocks
    }
}
