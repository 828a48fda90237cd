/// Objects kept inside a compressed stream (ISO 32000-2 §7.5.7).
struct ObjectStream {
    private static let maxObjects = 1 << 20

    private let source: ByteSource
    private let places: [(number: Int, offset: Int)]

    init(_ data: [UInt8], dictionary: PDFDictionary, resolve: (PDFObject) throws -> PDFObject) throws {
        guard let count = try resolve(dictionary["N"]).integer, let first = try resolve(dictionary["First"]).integer,
            (0...Self.maxObjects).contains(count), (0...data.count).contains(first)
        else { throw PDFFault.malformed("an object stream has no valid /N and /First") }
        source = ByteSource(data)
        var parser = PDFParser(source, at: 0, end: first, isFile: false)
        var places: [(Int, Int)] = []
        for _ in 0..<count {
            guard let number = parser.plainInteger(), let offset = parser.plainInteger(), offset <= data.count - first else {
                throw PDFFault.malformed("an object stream's header is cut off")
            }
            places.append((number, first + offset))
        }
        self.places = places
    }

    /// Numbers in the order of the stream.
    var numbers: [Int] { places.map(\.number) }

    /// The object at `index`, which must carry `number`.
    func object(_ number: Int, at index: Int) throws -> PDFObject {
        guard places.indices.contains(index), places[index].number == number else { throw PDFFault.malformed("object \(number) is not where the cross-reference says") }
        var parser = PDFParser(source, at: places[index].offset, end: source.count, isFile: false)
        return try parser.object()
    }
}
