import PaperWire

/// Opens documents for looking at, and keeps the last one open: a meeting turns the pages of one paper.
final class PageReader {
    private var last: (identity: OpenFile.Identity, document: PageDocument)?

    func open(_ path: String) throws -> PageDocument {
        let file = try OpenFile(path)
        let identity = file.identity
        if let last, last.identity == identity { return last.document }
        last = nil
        let document = try PageDocument(file)
        last = (identity, document)
        return document
    }
}
