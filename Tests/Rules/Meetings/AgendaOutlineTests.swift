import Rules
import Testing

@Suite("The outline of an agenda")
struct AgendaOutlineTests {
    private func id(_ name: String) -> AgendaItemID { AgendaItemID(trusted: name) }

    /// "a b/a c/b d": each name, and below whom it stands.
    private func outline(_ text: String) -> AgendaOutline {
        AgendaOutline(
            text.split(separator: " ").map { word in
                let parts = word.split(separator: "/")
                return .init(id(String(parts[0])), under: parts.count > 1 ? id(String(parts[1])) : nil)
            })
    }

    private func numbers(_ outline: AgendaOutline) -> String {
        let labels = outline.labels()
        return outline.entries.map { "\($0.id.text)=\(labels[$0.id]!.number)" }.joined(separator: " ")
    }

    private func refusal(_ change: () throws -> Void) -> String? {
        do {
            try change()
            return nil
        } catch let refusal as Refusal { return refusal.fields.first.map { "\($0.pointer) \($0.reason)" } } catch { return "\(error)" }
    }

    @Test("items are numbered where they stand, 1, 1.1, 1.1.1")
    func numbering() {
        #expect(numbers(outline("a b c")) == "a=1 b=2 c=3")
        #expect(numbers(outline("a b/a c/b d/a e f/e")) == "a=1 b=1.1 c=1.1.1 d=1.2 e=2 f=2.1")
        #expect(numbers(outline("")) == "")
        let deepest = outline("a b/a c/b").labels()[id("c")]
        #expect(deepest?.number == "1.1.1" && deepest?.depth == 2 && deepest?.parent == id("b"))
    }

    @Test("what cannot be true still has numbers: a parent that is not there, comes later, or is the item itself")
    func total() {
        #expect(numbers(outline("a/x b/c c d/d")) == "a=1 b=2 c=3 d=4")
        #expect(numbers(outline("a b c/a")) == "a=1 c=1.1 b=2")
    }

    @Test("those below an item go with it, in their order")
    func branch() throws {
        var agenda = outline("a b/a c/b d e/d")
        #expect(agenda.branch(id("a")) == [id("a"), id("b"), id("c")])
        try agenda.move(id("a"), under: nil, place: 2)
        #expect(numbers(agenda) == "d=1 e=1.1 a=2 b=2.1 c=2.1.1")
        try agenda.move(id("b"), under: id("d"), place: 1)
        #expect(numbers(agenda) == "d=1 b=1.1 c=1.1.1 e=1.2 a=2")
        try agenda.move(id("c"), under: nil, place: nil)
        #expect(numbers(agenda) == "d=1 b=1.1 e=1.2 a=2 c=3")
    }

    @Test("a circle, a fourth level, a parent that is not there and a place that is not there are refused, and nothing has changed")
    func refused() throws {
        var agenda = outline("a b/a c/b d e/d")
        let before = agenda
        #expect(refusal { try agenda.move(id("a"), under: id("c"), place: nil) } == "/parentId agenda.circle")
        #expect(refusal { try agenda.move(id("a"), under: id("a"), place: nil) } == "/parentId agenda.circle")
        #expect(refusal { try agenda.move(id("d"), under: id("c"), place: nil) } == "/parentId agenda.too-deep")
        #expect(refusal { try agenda.move(id("d"), under: id("b"), place: nil) } == "/parentId agenda.too-deep")
        #expect(refusal { try agenda.move(id("d"), under: id("x"), place: nil) } == "/parentId field.unknown-item")
        for place in [0, -1, 3, Int.max] { #expect(refusal { try agenda.move(id("e"), under: id("a"), place: place) } == "/place field.out-of-range") }
        #expect(refusal { try agenda.append(id("f"), under: id("c")) } == "/parentId agenda.too-deep")
        #expect(agenda == before)
        try agenda.move(id("e"), under: id("a"), place: 2)
        try agenda.append(id("f"), under: id("d"))
        #expect(numbers(agenda) == "a=1 b=1.1 c=1.1.1 e=1.2 d=2 f=2.1")
    }

    @Test("after any moves every item has a number of its own, and each stands below what its number says", arguments: 0..<40)
    func random(seed: UInt64) throws {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func draw(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(below))
        }
        let ids = (0..<9).map { id("i\($0)") }
        var agenda = AgendaOutline(ids.map { .init($0) })
        for _ in 0..<60 {
            let parent = draw(3) == 0 ? nil : ids[draw(9)]
            do { try agenda.move(ids[draw(9)], under: parent, place: draw(4) == 0 ? nil : 1 + draw(4)) } catch { continue }
            let labels = agenda.labels()
            #expect(Set(agenda.entries.map(\.id)) == Set(ids) && agenda.entries.count == ids.count, "seed \(seed)")
            #expect(Set(labels.values.map(\.number)).count == ids.count, "seed \(seed)")
            #expect(labels.values.allSatisfy { $0.depth < AgendaOutline.maxLevels && $0.number.split(separator: ".").count == $0.depth + 1 }, "seed \(seed)")
            for label in labels.values { if let parent = label.parent { #expect(label.number.hasPrefix(labels[parent]!.number + "."), "seed \(seed)") } }
            let sorted = agenda.entries.map { labels[$0.id]!.number.split(separator: ".").map { Int($0)! } }
            #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }, "seed \(seed)")
        }
    }
}
