/// A text as the set of its runs of three syllables, for telling how alike two texts are.
public struct Shingles: Codable, Hashable, Sendable {
    static let length = 3

    public let hashes: Set<UInt64>

    public init(_ text: String) {
        let words = Syllables.words(text)
        guard words.count >= Self.length else {
            hashes = words.isEmpty ? [] : [Self.hash(words[...])]
            return
        }
        hashes = Set((0...(words.count - Self.length)).map { Self.hash(words[$0..<($0 + Self.length)]) })
    }

    /// Jaccard similarity in percent, rounded down; nothing is like nothing.
    public func likeness(to other: Shingles) -> Int {
        let common = hashes.intersection(other.hashes).count
        let all = hashes.count + other.hashes.count - common
        return all == 0 ? 0 : common * 100 / all
    }

    /// FNV-1a, so that stored sets mean the same on every machine and in every run.
    private static func hash(_ words: ArraySlice<String>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for word in words {
            for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 0x20) &* 0x100_0000_01b3
        }
        return hash
    }
}
