/// The tagged values of an EXIF block (TIFF 6.0 §2). Reads only what lies within the bytes; anything else is not there.
struct TIFFBlock {
    struct Entry {
        var type: Int
        var count: Int
        /// Where the value lies.
        var at: Int
    }

    /// Most entries of one directory that are looked at.
    private static let maxEntries = 512
    /// Longest text read.
    private static let maxText = 64
    private static let sizes = [1: 1, 2: 1, 3: 2, 4: 4, 5: 8]

    private let bytes: [UInt8]
    private let isLittle: Bool
    /// Where the first directory stands.
    let first: Int

    init?(_ block: ArraySlice<UInt8>) {
        let bytes = Array(block)
        guard bytes.count >= 8, bytes[0] == bytes[1], bytes[0] == 0x49 || bytes[0] == 0x4D else { return nil }
        self.bytes = bytes
        isLittle = bytes[0] == 0x49
        first = Self.integer(bytes, 4, 4, isLittle) ?? 0
    }

    /// Entries by tag; of two with the same tag the first counts.
    func directory(at start: Int) -> [Int: Entry] {
        guard let count = integer(start, 2), count <= Self.maxEntries else { return [:] }
        var entries: [Int: Entry] = [:]
        for index in 0..<count {
            let at = start + 2 + index * 12
            guard let tag = integer(at, 2), let type = integer(at + 2, 2), let many = integer(at + 4, 4), let size = Self.sizes[type], many <= bytes.count else { continue }
            let isInline = many * size <= 4
            guard let place = isInline ? at + 8 : integer(at + 8, 4), place + many * size <= bytes.count, entries[tag] == nil else { continue }
            entries[tag] = Entry(type: type, count: many, at: place)
        }
        return entries
    }

    func number(_ entry: Entry) -> Int? {
        guard entry.count >= 1, entry.type == 3 || entry.type == 4 else { return nil }
        return integer(entry.at, entry.type == 3 ? 2 : 4)
    }

    func text(_ entry: Entry) -> String? {
        guard entry.type == 2, entry.count <= Self.maxText else { return nil }
        return String(decoding: bytes[entry.at..<(entry.at + entry.count)].prefix { $0 != 0 }, as: UTF8.self)
    }

    func fractions(_ entry: Entry) -> [Double]? {
        guard entry.type == 5, entry.count <= 3 else { return nil }
        var values: [Double] = []
        for index in 0..<entry.count {
            guard let top = integer(entry.at + index * 8, 4), let bottom = integer(entry.at + index * 8 + 4, 4), bottom > 0 else { return nil }
            values.append(Double(top) / Double(bottom))
        }
        return values
    }

    private func integer(_ at: Int, _ count: Int) -> Int? { Self.integer(bytes, at, count, isLittle) }

    private static func integer(_ bytes: [UInt8], _ at: Int, _ count: Int, _ isLittle: Bool) -> Int? {
        guard at >= 0, at <= bytes.count - count else { return nil }
        let part = bytes[at..<(at + count)]
        return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
    }
}
