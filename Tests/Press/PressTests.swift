import Foundation
import PaperWire
import Testing

@testable import Press

@Suite("The council's own papers as PDF") struct PressTests {
    private func contains(_ pdf: [UInt8], _ text: String) -> Bool { Data(pdf).range(of: Data(text.utf8)) != nil }

    private func occurrences(_ pdf: [UInt8], _ text: String) -> Int {
        let data = Data(pdf), needle = Data(text.utf8)
        var count = 0, from = data.startIndex
        while let hit = data.range(of: needle, in: from..<data.endIndex) {
            count += 1
            from = hit.upperBound
        }
        return count
    }

    private func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "press-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    private func refusal(_ body: () throws -> Void) -> Refused.Code? {
        do {
            try body()
            return nil
        } catch {
            return (error as? Refused)?.code
        }
    }

    @Test("a paper goes from file to file, and the answer says what was written") func files() throws {
        let folder = try folder()
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let input = folder.appending(path: "in.json"), output = folder.appending(path: "out.pdf")
        let paper = Sample.paper([Sample.heading, Sample.title, Sample.paragraph(60), Sample.table(rows: 60), Sample.signatures])
        try JSONEncoder().encode(paper).write(to: input)
        let answer = try Press.typeset(input: input.path, output: output.path)
        let pdf = [UInt8](try Data(contentsOf: output))
        #expect(answer.bytes == pdf.count)
        #expect(answer.pages >= 5)
        let begins = pdf.starts(with: Array("%PDF-1.".utf8))
        let pages = occurrences(pdf, "/Type /Page\n") + occurrences(pdf, "/Type /Page ")
        #expect(begins)
        #expect(pages == answer.pages)
    }

    @Test("every font is embedded") func fonts() throws {
        let pdf = try Press.typeset(Sample.paper([Sample.heading, Sample.title, Sample.paragraph(3), Sample.table(rows: 2), Sample.signatures])).pdf
        let embedded = occurrences(pdf, "/FontFile"), described = occurrences(pdf, "/Type /FontDescriptor")
        #expect(embedded > 0)
        #expect(embedded == described)
    }

    @Test("the same paper gives the same number of pages and the same length") func repeatable() throws {
        let paper = Sample.paper([Sample.heading, Sample.paragraph(40), Sample.table(rows: 20), Sample.signatures])
        let first = try Press.typeset(paper), second = try Press.typeset(paper)
        #expect(first.pages == second.pages)
        #expect(first.pdf.count == second.pdf.count)
    }

    @Test("a paper is dated by itself or not at all") func dates() throws {
        var paper = Sample.paper([Sample.title])
        let dated = contains(try Press.typeset(paper).pdf, "/CreationDate(D:20261123112500+07'00)")
        #expect(dated)
        paper.createdAt = "2026-11-23T11:25:00.123Z"
        let inUTC = contains(try Press.typeset(paper).pdf, "/CreationDate(D:20261123112500Z")
        #expect(inUTC)
        paper.createdAt = nil
        let undated = !contains(try Press.typeset(paper).pdf, "/CreationDate")
        #expect(undated)
        paper.createdAt = "yesterday"
        #expect(refusal { _ = try Press.typeset(paper) } == .badJob)
    }

    @Test("the language is named, and cannot break out of its string") func language() throws {
        let named = contains(try Press.typeset(Sample.paper([Sample.title])).pdf, "/Lang (vi)")
        #expect(named)
        let contained = contains(try Press.typeset(Sample.paper([Sample.title], language: "vi) /X (")).pdf, "/Lang (viX)")
        #expect(contained)
    }

    @Test("the cross-reference table lies where the PDF says, also with a language put in") func crossReference() throws {
        let pdf = try Press.typeset(Sample.paper([Sample.title])).pdf
        let tail = String(decoding: pdf.suffix(40), as: UTF8.self)
        let offset = try #require(tail.split(separator: "\n").dropLast().last.flatMap { Int($0) })
        let found = pdf[offset...].starts(with: Array("xref\n".utf8))
        #expect(found)
    }

    @Test("a row higher than a page goes over the page") func highRow() throws {
        let long = String(repeating: Sample.sentence, count: 120)
        let block = Paper.Block.table(columns: [0.2, 0.8], header: ["TT", "Nội dung"], rows: [["1", long]], alignments: [.centre, .justified])
        #expect(try Press.typeset(Sample.paper([block])).pages >= 3)
    }

    @Test("signatures never stand alone on a page") func signaturesFollowText() throws {
        for lines in 1...60 {
            let slabs = Composer(face: Face(family: "Liberation Serif", language: "vi"), measure: Measure(Sample.layout)).compose(
                (0..<lines).map { _ in Sample.paragraph(1) } + [Sample.signatures])
            let pages = try Pagination.paginate(slabs, heightPt: Measure(Sample.layout).bodyHeightPt, maxPages: 50)
            #expect((pages.last?.count ?? 0) > 1, "\(lines) paragraphs")
        }
    }

    @Test("an empty paper is one page") func empty() throws {
        #expect(try Press.typeset(Sample.paper([])).pages == 1)
    }

    @Test("control characters and decomposed letters do not reach the page") func plainText() {
        #expect(Plain.text("U\u{309}y\u{0} ban\u{7}") == "\u{1EE6}y ban")
        #expect(Array(Plain.text("U\u{309}").unicodeScalars) == ["\u{1EE6}"])
    }

    @Test("a document's symbol is one word") func symbols() {
        let text = "số 412/TTr-SXD ngày"
        #expect(Plain.symbols(in: text).map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } == ["412/TTr-SXD"])
    }

    @Test("bad JSON, a missing file and an output that cannot be written are bad jobs") func badJobs() throws {
        let folder = try folder()
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let input = folder.appending(path: "in.json")
        try Data(#"{"title":1}"#.utf8).write(to: input)
        #expect(refusal { _ = try Press.typeset(input: input.path, output: folder.path + "/out.pdf") } == .badJob)
        #expect(refusal { _ = try Press.typeset(input: folder.path + "/none.json", output: folder.path + "/out.pdf") } == .badJob)
        try JSONEncoder().encode(Sample.paper([])).write(to: input)
        #expect(refusal { _ = try Press.typeset(input: input.path, output: folder.path + "/no/such/folder/out.pdf") } == .badJob)
    }

    @Test("limits are refused before they hurt") func limits() throws {
        let folder = try folder()
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let input = folder.appending(path: "in.json")
        try Data(repeating: 0x20, count: Press.maxInputBytes + 1).write(to: input)
        #expect(refusal { _ = try Press.typeset(input: input.path, output: folder.path + "/out.pdf") } == .tooComplex)
        let long = Paper.Block.paragraph([.init(String(repeating: "a ", count: Press.maxCharacters / 2 + 1))], alignment: .left, indented: false)
        #expect(refusal { _ = try Press.typeset(Sample.paper([long])) } == .tooComplex)
        let pages = [Paper.Block](repeating: .paragraph([.init("1")], alignment: .left, indented: false), count: 40 * Press.maxPages)
        #expect(refusal { _ = try Press.typeset(Sample.paper(pages)) } == .tooComplex)
    }

    @Test("numbers no sheet can take are bad jobs", arguments: [-1.0, 500, .nan, .infinity]) func measures(value: Double) {
        var layout = Sample.layout
        layout.leftMM = value
        #expect(refusal { _ = try Press.typeset(Sample.paper([], layout: layout)) } == .badJob)
        #expect(refusal { _ = try Press.typeset(Sample.paper([.space(pt: value)])) } == .badJob)
    }

    @Test("a table that does not match its columns is a bad job") func tables() {
        for block in [
            Paper.Block.table(columns: [], header: [], rows: [], alignments: []),
            .table(columns: [0.5, 0.5], header: ["a"], rows: [], alignments: [.left, .left]),
            .table(columns: [0.5, 0.5], header: ["a", "b"], rows: [["a"]], alignments: [.left, .left]),
            .table(columns: [0.9, 0.9], header: ["a", "b"], rows: [], alignments: [.left, .left]),
        ] { #expect(refusal { _ = try Press.typeset(Sample.paper([block])) } == .badJob) }
    }
}
