import CPoppler
import PaperWire

/// A PDF opened by poppler.
final class PageDocument {
    /// More pages than any paper of a council has.
    static let maxPages = 20_000

    private let document: OpaquePointer
    let pageCount: Int
    /// Kept alive as long as poppler reads from it.
    private let lender: ByteSource?

    init(_ file: consuming OpenFile) throws {
        guard file.bytes > 0 else { throw Refused(code: .unreadable, detail: "the file is empty") }
        var failure: UnsafeMutablePointer<GError>?
        guard let opened = poppler_document_new_from_fd(file.release(), nil, &failure) else { throw Self.refused(failure) }
        document = opened
        lender = nil
        pageCount = Int(poppler_document_get_n_pages(opened))
        guard pageCount > 0 else { throw Refused(code: .unreadable, detail: "the document has no pages") }
        guard pageCount <= Self.maxPages else { throw Refused(code: .tooComplex, detail: "the document has more than \(Self.maxPages) pages") }
    }

    /// The document as it was when the file ended at `end`; the bytes are lent, not copied.
    init(_ source: ByteSource, end: Int) throws {
        precondition(end >= 0 && end <= source.count, "a range lies outside the bytes")
        lender = source
        let bytes = g_bytes_new_static(source.base, gsize(end))
        defer { g_bytes_unref(bytes) }
        var failure: UnsafeMutablePointer<GError>?
        guard let opened = poppler_document_new_from_bytes(bytes, nil, &failure) else { throw Self.refused(failure) }
        document = opened
        pageCount = Int(poppler_document_get_n_pages(opened))
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(document)) }

    /// Page `number`, 1-based.
    func page(_ number: Int) throws -> Page {
        guard number >= 1, number <= pageCount else { throw Refused(code: .noSuchPage, detail: "page \(number) of \(pageCount)") }
        guard let page = poppler_document_get_page(document, Int32(number - 1)) else {
            throw Refused(code: .unreadable, detail: "page \(number) cannot be read")
        }
        return Page(page)
    }

    func inspection() throws -> Inspection {
        Inspection(pages: try (1...pageCount).map { try page($0).size })
    }

    private static func refused(_ failure: UnsafeMutablePointer<GError>?) -> Refused {
        guard let failure else { return Refused(code: .unreadable, detail: "poppler gave no reason") }
        defer { g_error_free(failure) }
        let detail = String(cString: failure.pointee.message)
        let isEncrypted = failure.pointee.domain == poppler_error_quark() && failure.pointee.code == Int32(POPPLER_ERROR_ENCRYPTED.rawValue)
        return Refused(code: isEncrypted ? .encrypted : .unreadable, detail: detail)
    }
}
