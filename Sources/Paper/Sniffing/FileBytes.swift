/// A file, or bytes at hand, looked into at a few places.
struct FileBytes<Failure: Error> {
    let count: Int
    private let fetch: (Range<Int>) throws(Failure) -> [UInt8]

    init(count: Int, fetch: @escaping (Range<Int>) throws(Failure) -> [UInt8]) {
        self.count = count
        self.fetch = fetch
    }

    /// Up to `length` bytes from `offset`; fewer, or none, where the file ends before or the offset is nonsense.
    func read(at offset: Int, count length: Int) throws(Failure) -> [UInt8] {
        guard offset >= 0, offset < count, length > 0 else { return [] }
        return try fetch(offset..<(offset + min(length, count - offset)))
    }
}

extension Collection<UInt8> {
    /// The unsigned little-endian number of `width` bytes at `offset` from the start; nil beyond the end.
    func littleEndian(_ width: Int, at offset: Int) -> Int? {
        guard offset >= 0, width + offset <= count else { return nil }
        return dropFirst(offset).prefix(width).reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
