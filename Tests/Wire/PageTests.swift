import Testing
import Wire

@Suite struct PageTests {
    @Test("the last page says null")
    func lastPage() throws {
        let shape = try JSONShape(of: Page(items: ["a"], next: nil))
        #expect(shape.keys == ["items", "next"])
        #expect(shape.isNull("next"))
    }

    @Test("a missing cursor reads as the last page", arguments: [#"{"items":[]}"#, #"{"items":[],"next":null}"#])
    func missingCursor(json: String) throws {
        #expect(try decoded(Page<String>.self, json).next == nil)
    }

    @Test("a cursor survives")
    func cursor() throws {
        #expect(try decoded(Page<String>.self, #"{"items":["a"],"next":"c"}"#) == Page(items: ["a"], next: "c"))
    }
}
