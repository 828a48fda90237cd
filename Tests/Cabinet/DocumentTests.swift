import Foundation
import PaperWire
import Rules
import Store
import Testing
@testable import Cabinet

@Suite("Papers")
struct DocumentTests {
    private static func digest(_ letter: Character) -> String { String(repeating: letter, count: 64) }

    private func verdict(_ letter: Character, trustList: String) -> Verdict {
        Verdict(
            indication: .indeterminate, subIndication: "NO_SIGNATURE", document: .init(sha256: Self.digest(letter), bytes: 10, pages: 2), trustList: .init(version: trustList),
            signatures: [])
    }

    private func view(_ paper: DocumentID, _ city: City) async throws -> DocumentView {
        try await city.kit.read { tx in try Documents.document(paper, for: city.admin, in: tx) }
    }

    @Test("the same bytes for the same meeting and item are the same paper; elsewhere they are another")
    func same() async throws {
        let city = try await City.built()
        let kit = city.kit
        let (one, two) = (try await city.meeting("Một"), try await city.meeting("Hai"))
        let item = try await city.item(one)
        func add(_ meeting: MeetingID, _ item: AgendaItemID?) async throws -> AddDocument.Receipt {
            let paper = StoredPaper(sha256: Self.digest("a"), bytes: 10, mediaType: "application/pdf", fileName: "a.pdf")
            return try await kit.perform(AddDocument(id: kit.newID(), meeting: meeting, item: item, title: "Tờ trình", kind: "", paper: paper), as: city.clerk)
        }
        let first = try await add(one, nil)
        #expect(!first.existing)
        let again = try await add(one, nil)
        #expect(again.existing && again.id == first.id)
        #expect(try await !add(one, item).existing)
        #expect(try await !add(two, nil).existing)
        #expect(try await kit.number("SELECT COUNT(*) FROM content") == 1)
        try await kit.perform(RemoveDocument(id: first.id), as: city.clerk)
        #expect(try await !add(one, nil).existing)
    }

    @Test("what the worker found is told to every meeting that has the paper, each to its own audience")
    func examined() async throws {
        let city = try await City.built()
        let kit = city.kit
        let (draft, session) = (try await city.meeting(), try await city.session())
        let (hidden, shown) = (try await city.paper(draft, digest: "a"), try await city.paper(session, digest: "a"))
        #expect(try await view(hidden, city).state == .processing)
        #expect(try await kit.read { tx in try Documents.unexamined(limit: 10, in: tx).map(\.sha256) } == [Self.digest("a")])
        let sizes = [Inspection.Size(widthPt: 595, heightPt: 842), .init(widthPt: 842, heightPt: 595)]
        try await kit.perform(RecordExamination(sha256: Self.digest("a"), finding: .ready(sizes: sizes, verdict: verdict("a", trustList: "1"))), as: .clock)
        for paper in [hidden, shown] {
            let view = try await view(paper, city)
            #expect(view.state == .ready && view.pages == 2 && view.sizes == sizes && view.indication == .indeterminate && view.subIndication == "NO_SIGNATURE")
        }
        #expect(try await kit.events(of: draft).last { $0.kind == "document.ready" }?.audience == "secretariat:\(city.council)")
        #expect(try await kit.events(of: session).last { $0.kind == "document.ready" }?.audience == "meeting:\(session)")
        #expect(try await kit.read { tx in try Documents.unexamined(limit: 10, in: tx) }.isEmpty)
        #expect(try await kit.read { tx in try Documents.verdict(of: Self.digest("a"), in: tx) } == verdict("a", trustList: "1"))
    }

    @Test("a second look is told only where it comes to another verdict")
    func lookedAtAgain() async throws {
        let city = try await City.built()
        let kit = city.kit
        let session = try await city.session()
        _ = try await city.paper(session, digest: "a")
        let sizes = [Inspection.Size(widthPt: 595, heightPt: 842)]
        func look(_ verdict: Verdict) async throws -> [String] {
            let before = try await kit.events(of: session).count
            try await kit.perform(RecordExamination(sha256: Self.digest("a"), finding: .ready(sizes: sizes, verdict: verdict)), as: .clock)
            return try await kit.events(of: session).dropFirst(before).map(\.kind)
        }
        #expect(try await look(verdict("a", trustList: "1")) == ["document.ready"])
        #expect(try await look(verdict("a", trustList: "2")) == [])
        #expect(try await kit.read { tx in try Documents.verdict(of: Self.digest("a"), in: tx)?.trustList.version } == "2")
        var other = verdict("a", trustList: "3")
        (other.indication, other.subIndication) = (.failed, "HASH_FAILURE")
        #expect(try await look(other) == ["document.verdict-changed"])
    }

    @Test("a paper that cannot be shown says why, and a later version is looked at anew")
    func unreadable() async throws {
        let city = try await City.built()
        let kit = city.kit
        let paper = try await city.paper(try await city.meeting(), digest: "a")
        try await kit.perform(RecordExamination(sha256: Self.digest("a"), finding: .unreadable(fault: "too-slow")), as: .clock)
        let broken = try await view(paper, city)
        #expect(broken.fault == "too-slow" && broken.state == .unreadable)
        let next = StoredPaper(sha256: Self.digest("b"), bytes: 11, mediaType: "application/pdf", fileName: "b.pdf")
        #expect(try await kit.perform(AddDocumentVersion(id: paper, paper: next), as: city.clerk).version == 2)
        #expect(try await kit.perform(AddDocumentVersion(id: paper, paper: next), as: city.clerk).existing)
        let view = try await view(paper, city)
        #expect(view.version == 2 && view.state == .processing && view.sha256 == Self.digest("b") && view.fault.isEmpty)
    }

    @Test("verdicts given under another trust list are looked at again, the others left alone")
    func stale() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        for (letter, list) in [("a", "1"), ("b", "2"), ("c", "12")] as [(Character, String)] {
            _ = try await city.paper(meeting, digest: letter)
            try await kit.perform(RecordExamination(sha256: Self.digest(letter), finding: .ready(sizes: [], verdict: verdict(letter, trustList: list))), as: .clock)
        }
        #expect(try await kit.read { tx in try Documents.judgedUnderAnother(trustList: "2", limit: 10, in: tx) } == [Self.digest("a"), Self.digest("c")])
    }

    @Test("convening gives all that is there to the members, in order, each as a fact; held-back papers wait their turn")
    func released() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        let papers = [try await city.paper(meeting, "Một", digest: "a"), try await city.paper(meeting, "Hai", digest: "b")]
        try await city.advance(meeting, .convene)
        #expect(try await kit.events(of: meeting).filter { $0.kind == "document.released" }.count == 2)
        #expect(try await kit.read { tx in try Documents.list(of: meeting, for: city.vice, in: tx).map(\.id) } == papers)
        let held = try await city.paper(meeting, "Ba", digest: "c", heldBack: true)
        #expect(try await kit.perform(ReleaseDocument(id: held), as: city.clerk).seq > 0)
        #expect(try await kit.perform(ReleaseDocument(id: held), as: city.clerk).seq == 0)
        #expect(try await kit.read { tx in try Documents.list(of: meeting, sha256: Self.digest("c"), for: city.vice, in: tx).map(\.id) } == [held])
    }

    @Test("a paper belongs to an item of its own meeting, has a title and a known place")
    func particulars() async throws {
        let city = try await City.built()
        let kit = city.kit
        let (one, two) = (try await city.meeting("Một"), try await city.meeting("Hai"))
        let elsewhere = try await city.item(two)
        let paper = try await city.paper(one)
        #expect(try await kit.refusal(EditDocument(id: paper, title: "x", kind: "baoCao", item: elsewhere), as: city.clerk)?.fields.first?.pointer == "/itemId")
        #expect(try await kit.refusal(EditDocument(id: paper, title: " ", kind: "baoCao", item: nil), as: city.clerk)?.fields.first?.pointer == "/title")
        #expect(try await kit.refusal(EditDocument(id: paper, title: "x", kind: "", item: nil), as: city.clerk)?.fields.first?.pointer == "/kind")
        #expect(try await kit.refusal(ReleaseDocument(id: kit.newID()), as: city.clerk)?.code == .notFound)
    }
}
