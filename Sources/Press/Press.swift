import Foundation
import PaperWire

/// Sets the council's own papers as PDF: A4, embedded fonts, laid out as Decree 30/2020/NĐ-CP (Annex I) asks.
///
/// Text is shaped by Pango and written by cairo. The same paper gives the same layout; the PDF carries the paper's own
/// date or none, never the time of setting.
public enum Press {
    /// Longest JSON of a `Paper` that is read.
    public static let maxInputBytes = 16 << 20
    /// Longest paper that is set.
    public static let maxPages = 500
    /// Characters of all texts together; with `maxPages` at hand more could never be set.
    public static let maxCharacters = 4_000_000
    /// Largest PDF that is written.
    public static let maxOutputBytes = 64 << 20

    /// Sets the paper whose JSON lies in the file `input` and writes the PDF to the file `output`.
    ///
    /// Throws `Refused`: `badJob` (a file cannot be read or written, the JSON is no `Paper`, a measure is out of range)
    /// or `tooComplex` (a limit is passed). Nothing is written in that case.
    public static func typeset(input: String, output: String) throws -> (pages: Int, bytes: Int) {
        let setting = try typeset(decode(read(input)))
        do {
            try Data(setting.pdf).write(to: URL(fileURLWithPath: output))
        } catch {
            throw Refused(code: .badJob, detail: "output cannot be written: \(error)")
        }
        return (setting.pages, setting.pdf.count)
    }

    /// The PDF of `paper` and its number of pages; throws `Refused` like `typeset(input:output:)`.
    static func typeset(_ paper: Paper) throws -> (pages: Int, pdf: [UInt8]) {
        try Preflight.check(paper)
        let face = Face(family: paper.layout.family, language: paper.language)
        let measure = Measure(paper.layout)
        let slabs = Composer(face: face, measure: measure).compose(paper.blocks)
        let pages = try Pagination.paginate(slabs, heightPt: measure.bodyHeightPt, maxPages: maxPages)
        let pdf = try Sheets(paper: paper, face: face, measure: measure).print(pages)
        return (pages.count, pdf)
    }

    private static func read(_ path: String) throws -> Data {
        let data: Data
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { file.closeFile() }
            data = try file.read(upToCount: maxInputBytes + 1) ?? Data()
        } catch {
            throw Refused(code: .badJob, detail: "input cannot be read: \(error)")
        }
        guard data.count <= maxInputBytes else { throw Refused(code: .tooComplex, detail: "input is longer than \(maxInputBytes) bytes") }
        return data
    }

    private static func decode(_ data: Data) throws -> Paper {
        do {
            return try JSONDecoder().decode(Paper.self, from: data)
        } catch let error as DecodingError {
            throw Refused(code: .badJob, detail: "input is not the JSON of a paper: \(place(of: error))")
        } catch {
            throw Refused(code: .badJob, detail: "input is not the JSON of a paper")
        }
    }

    /// Where decoding stopped; keys only, since a value could be document text.
    private static func place(of error: DecodingError) -> String {
        let path: [any CodingKey]
        switch error {
        case .keyNotFound(let key, let context): path = context.codingPath + [key]
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context): path = context.codingPath
        @unknown default: path = []
        }
        return "/" + path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: "/")
    }
}
