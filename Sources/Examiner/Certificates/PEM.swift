/// Text armour around DER (RFC 7468).
enum PEM {
    /// Larger files are armoured from their first line, or not at all.
    private static let maxSearchedBytes = 1 << 20

    /// The DER of each block labelled `label`; blocks that are no base64 are skipped.
    static func blocks(_ label: String, in text: [UInt8]) -> [[UInt8]] {
        let dashes = Array("-----BEGIN ".utf8)
        guard let first = text.firstIndex(of: dashes[0]), text.count < maxSearchedBytes || text[first...].starts(with: dashes) else { return [] }
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
