/// A stretch of content as a sequence of pieces, read one at a time as they are asked for.
public struct ContentChunks: AsyncSequence, Sendable {
    /// Size of each piece but the last.
    public static let chunkBytes = 128 << 10

    let reader: ContentReader
    /// What the pieces make up together.
    public let range: Range<Int>

    public func makeAsyncIterator() -> Iterator { Iterator(reader: reader, rest: range) }

    public struct Iterator: AsyncIteratorProtocol {
        let reader: ContentReader
        var rest: Range<Int>

        /// The next piece. A file shorter than it was when opened ends the sequence with an error, never silently.
        public mutating func next() async throws -> [UInt8]? {
            guard !rest.isEmpty else { return nil }
            let end = Swift.min(rest.lowerBound + ContentChunks.chunkBytes, rest.upperBound)
            let piece = try await reader.read(rest.lowerBound..<end)
            guard piece.count == end - rest.lowerBound else { throw reader.shortened() }
            rest = end..<rest.upperBound
            return piece
        }
    }
}
