import Rules
import Testing
import Wire

@Suite struct DocumentTests {
    @Test("the five fields of an upload's answer are enough")
    func promised() throws {
        let document = try decoded(Document.self, #"{"id":"d1","version":1,"sha256":"ab","bytes":3,"state":"processing"}"#)
        #expect(document.state == .processing)
        #expect(document.itemId == nil)
        #expect(document.signatures == nil)
    }

    @Test("what is not known yet is null, and a passed signature has a null sub-indication")
    func nulls() throws {
        var document = try decoded(Document.self, #"{"id":"d1","version":1,"sha256":"ab","bytes":3,"state":"ready"}"#)
        var shape = try JSONShape(of: document)
        for key in ["itemId", "pages", "signatures", "title", "kind"] { #expect(shape.isNull(key), "\(key)") }
        document.signatures = .init(indication: "TOTAL_PASSED", subIndication: nil)
        shape = try JSONShape(of: document)
        let signatures = try #require(shape.members["signatures"] as? [String: Any])
        #expect(Set(signatures.keys) == ["indication", "subIndication"])
    }
}
