/// A PDF as it stood when its file was `end` bytes long: the whole file, or the revision one signature covers.
///
/// Objects are read when asked for and kept. Nothing is guessed unless the document was opened with `repairing`.
final class PDFDocument {
    static let maxReferenceHops = 32
    private static let headerWithinBytes = 1024
    /// How far from the end readers look for `startxref`.
    private static let startWithinBytes = 1536

    let source: ByteSource
    let end: Int
    let budget: Budget
    /// Newest first; empty in a repaired document.
    let sections: [CrossReferenceSection]
    let trailer: PDFDictionary
    /// Where the last `startxref` stands.
    let startOffset: Int
    let isRepaired: Bool
    private let entries: [Int: CrossReferenceEntry]
    private var loaded: [Int: PDFObject] = [:]
    private var loading: Set<Int> = []
    private var containers: [Int: ObjectStream] = [:]
    private(set) var security: Security?
    /// Why strings and streams stay enciphered: a password is needed. What is never enciphered can be read all the same, signatures among it.
    private(set) var lockedBecause: String?
    /// Objects whose bytes are readable but not as the standard says: readers may see different things.
    private(set) var irregular: Set<Int> = []

    /// Opens strictly: the last `startxref` and everything it leads to must be as the standard says.
    init(_ source: ByteSource, end: Int, budget: Budget) throws {
        let header = try Self.header(in: source, end: end)
        guard let start = source.lastIndex(of: "startxref", in: max(0, end - Self.startWithinBytes)..<end) else { throw PDFFault.malformed("no startxref") }
        var parser = PDFParser(source, at: start + 9, end: end, isFile: true)
        guard let offset = parser.plainInteger() else { throw PDFFault.malformed("startxref names no offset") }
        let reader = CrossReferenceReader(source: source, end: end, shift: header, budget: budget)
        sections = try reader.sections(from: offset)
        var entries: [Int: CrossReferenceEntry] = [:]
        for section in sections { entries.merge(section.entries) { newer, _ in newer } }
        self.source = source
        self.end = end
        self.budget = budget
        self.entries = entries
        trailer = sections[0].trailer
        startOffset = start
        isRepaired = false
        shift = header
        try openSecurity()
        guard try resolve(trailer["Root"]).dictionary != nil else { throw PDFFault.malformed("the document has no catalog") }
    }

    /// Opens a document whose cross-references are broken by looking for its objects.
    init(repairing source: ByteSource, budget: Budget) throws {
        _ = try Self.header(in: source, end: source.count)
        let salvage = try Salvage(source, budget: budget)
        self.source = source
        end = source.count
        self.budget = budget
        sections = []
        entries = salvage.entries
        trailer = salvage.trailer
        startOffset = source.lastIndex(of: "startxref", in: 0..<source.count) ?? source.count
        isRepaired = true
        shift = 0
        try openSecurity()
    }

    private let shift: Int

    private static func header(in source: ByteSource, end: Int) throws -> Int {
        guard let found = source.firstIndex(of: "%PDF-", in: 0..<min(end, headerWithinBytes)) else { throw PDFFault.malformed("no PDF header") }
        return found
    }

    private func openSecurity() throws {
        let encryption = trailer["Encrypt"]
        guard !encryption.isNull else { return }
        let own = encryption.reference?.number
        guard let dictionary = try resolve(encryption).dictionary else { throw PDFFault.encrypted("the encryption dictionary cannot be read") }
        let identifier = try resolve(trailer["ID"]).array?.first.flatMap { try? resolve($0).string?.bytes } ?? []
        do {
            security = try Security(dictionary, documentID: identifier, ownNumber: own) { try self.resolve($0) }
        } catch PDFFault.encrypted(let detail) {
            lockedBecause = detail
        }
        loaded = loaded.filter { $0.key == own }
        containers = [:]
    }

    var objectNumbers: Dictionary<Int, CrossReferenceEntry>.Keys { entries.keys }

    func entry(_ number: Int) -> CrossReferenceEntry? { entries[number] }

    /// Where object `number` should begin: by the cross-reference, or in a repaired document by its header.
    func offset(of number: Int) -> Int? {
        if case .at(let offset, _) = entries[number] { return (0..<end).contains(offset) ? offset : nil }
        guard isRepaired else { return nil }
        return source.lastIndex(ofText: Array("\n\(number) 0 obj".utf8), in: 0..<end).map { $0 + 1 }
    }

    var catalog: PDFDictionary {
        get throws { try resolve(trailer["Root"]).dictionary ?? PDFDictionary(entries: [:]) }
    }

    /// The value behind references; null where there is none.
    func resolve(_ object: PDFObject) throws -> PDFObject {
        var object = object
        for _ in 0..<Self.maxReferenceHops {
            guard case .reference(let reference) = object else { return object }
            object = try self.object(reference)
        }
        throw PDFFault.malformed("references lead to references without end")
    }

    func object(_ reference: PDFReference) throws -> PDFObject {
        if case .at(_, let generation) = entries[reference.number], generation != reference.generation, !isRepaired { return .null }
        return try object(number: reference.number)
    }

    func object(number: Int) throws -> PDFObject {
        if let known = loaded[number] { return known }
        guard let entry = entries[number] else { return .null }
        guard loading.insert(number).inserted else { throw PDFFault.malformed("object \(number) contains itself") }
        defer { loading.remove(number) }
        try budget.step()
        let object: PDFObject
        switch entry {
        case .free: object = .null
        case .at(let offset, let generation): object = try read(number, generation, at: offset)
        case .inStream(let container, let index): object = try contained(number, in: container, at: index)
        }
        loaded[number] = object
        return object
    }

    private func read(_ number: Int, _ generation: Int, at offset: Int) throws -> PDFObject {
        let reader = IndirectObjectReader(source: source, end: end)
        guard offset < end else { throw PDFFault.malformed("object \(number) lies behind the end") }
        var found: IndirectObjectReader.Found
        do {
            found = try reader.read(at: offset) { try self.resolve($0) }
            if found.number != number, shift > 0 { found = try reader.read(at: offset + shift) { try self.resolve($0) } }
        } catch PDFFault.malformed where shift > 0 {
            found = try reader.read(at: offset + shift) { try self.resolve($0) }
        }
        guard found.number == number else { throw PDFFault.malformed("object \(number) is not where the cross-reference says") }
        if found.isIrregular || found.generation != generation { irregular.insert(number) }
        guard let security, number != security.ownNumber else { return found.object }
        return try security.opened(found.object, PDFReference(number: number, generation: found.generation))
    }

    private func contained(_ number: Int, in container: Int, at index: Int) throws -> PDFObject {
        if containers[container] == nil {
            guard case .at = entries[container], let stream = try object(number: container).stream, stream.dictionary["Type"].name == "ObjStm" else {
                throw PDFFault.malformed("object \(number) is in no object stream")
            }
            containers[container] = try ObjectStream(try decode(stream), dictionary: stream.dictionary) { try self.resolve($0) }
        }
        return try containers[container]?.object(number, at: index) ?? .null
    }

    /// How many times the document was saved; the two sections of a linearized file are one.
    var revisionCount: Int {
        var count = sections.count
        for (newer, older) in zip(sections, sections.dropFirst()) where newer.offset < older.offset { count -= 1 }
        return count
    }

    /// Whether the last thing in these bytes is the end of a revision.
    var endsProperly: Bool {
        var last = end
        while last > 0, Characters.isSpace(source[last - 1]) { last -= 1 }
        return source.starts(with: "%%EOF", at: last - 5, before: end)
    }

    /// The content of a stream, deciphered and unfiltered.
    func decode(_ stream: PDFStream) throws -> [UInt8] {
        if let lockedBecause, stream.dictionary["Type"].name != "XRef" { throw PDFFault.encrypted(lockedBecause) }
        var source = stream.source
        var range = stream.range
        if let security, let reference = stream.reference, let plain = try security.opened(stream, reference) {
            source = ByteSource(plain)
            range = 0..<plain.count
        }
        return try StreamFilters.decode(source, range, dictionary: stream.dictionary, budget: budget) { try self.resolve($0) }
    }
}
