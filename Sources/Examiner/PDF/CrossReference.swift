/// Where an object is (ISO 32000-2 §7.5.4, §7.5.8).
enum CrossReferenceEntry: Equatable {
    case free
    case at(offset: Int, generation: Int)
    case inStream(number: Int, index: Int)
}

/// One cross-reference table or stream with its trailer: what one save of the file wrote.
struct CrossReferenceSection {
    var offset: Int
    /// Behind the trailer, or behind the stream's `endobj`.
    var end: Int
    var isStream: Bool
    /// A table with an /XRefStm beside it: old and new readers see different objects.
    var isHybrid = false
    var entries: [Int: CrossReferenceEntry]
    var trailer: PDFDictionary
    /// The /XRefStm of a hybrid, for accounting of bytes.
    var besides: [Range<Int>] = []
}
