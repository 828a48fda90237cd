import PaperWire

/// Accounts for every byte appended behind a signed revision.
///
/// What no cross-reference leads to is invisible to a strict reader and yet shown by one that repairs files; nothing of
/// that kind may follow a signature. Nor may tables that show one thing to old readers and another to new ones.
struct AppendedBytes {
    let document: PDFDocument
    let from: Int

    func examine() -> [RevisionChanges.Change] {
        var found: [RevisionChanges.Change] = []
        guard !document.isRepaired else { return [.init(kind: .forbidden, detail: .damagedUpdate)] }
        var spans: [Range<Int>] = []
        var places: [Int: Int] = [:]
        let reader = IndirectObjectReader(source: document.source, end: document.end)
        for section in document.sections where section.end > from {
            if section.isHybrid { found.append(.init(kind: .forbidden, detail: .damagedUpdate)) }
            spans.append(section.offset..<section.end)
            spans += section.besides
            for (number, entry) in section.entries {
                guard case .at(let offset, _) = entry, offset >= from else { continue }
                guard let object = try? reader.read(at: offset, resolveLength: { try document.resolve($0) }), object.number == number, !object.isIrregular else {
                    found.append(.init(kind: .forbidden, detail: .damagedUpdate))
                    continue
                }
                spans.append(offset..<object.end)
                places[number] = max(places[number] ?? 0, offset)
            }
        }
        if !isAccountedFor(spans, places) || !endsAtEndMark() { found.append(.init(kind: .forbidden, detail: .unreachableBytes)) }
        return found
    }

    /// Behind the last end-of-file mark nothing but line ends: a comment there, or padding, is a place where one may hide the beginning of something.
    private func endsAtEndMark() -> Bool {
        let source = document.source
        guard let mark = source.lastIndex(of: "%%EOF", in: 0..<document.end) else { return false }
        return (mark + 5..<document.end).allSatisfy { Characters.isLineEnd(source[$0]) }
    }

    private func isAccountedFor(_ spans: [Range<Int>], _ places: [Int: Int]) -> Bool {
        var position = from
        for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) where span.upperBound > position {
            if span.lowerBound > position, !isFiller(position..<span.lowerBound, places) { return false }
            position = span.upperBound
        }
        return position >= document.end || isFiller(position..<document.end, places)
    }

    /// White space, comments, the words that end a revision, and drafts: objects of which a later version counts for every reader.
    private func isFiller(_ range: Range<Int>, _ places: [Int: Int]) -> Bool {
        var parser = PDFParser(document.source, at: range.lowerBound, end: range.upperBound, isFile: true)
        parser.skipSpace()
        while parser.next != nil {
            if !parser.accept("startxref") {
                guard let draft = try? IndirectObjectReader(source: document.source, end: range.upperBound).read(at: parser.position, resolveLength: { $0 }),
                    !draft.isIrregular, let later = places[draft.number], later >= range.upperBound
                else { return false }
                parser.position = draft.end
            } else if parser.plainInteger() == nil {
                return false
            }
            parser.skipSpace()
        }
        return true
    }
}
