import PaperWire
import Testing

@testable import Press

@Suite("Where pages end") struct PaginationTests {
    private func lines(_ count: Int, heightPt: Double = 10) -> [Slab] { (0..<count).map { _ in Slab(heightPt: heightPt) } }

    @Test("an empty paper is one empty page") func empty() throws {
        #expect(try Pagination.paginate([], heightPt: 100, maxPages: 1).count == 1)
    }

    @Test("slabs fill a page to the last point") func fills() throws {
        #expect(try Pagination.paginate(lines(10), heightPt: 100, maxPages: 9).map(\.count) == [10])
        #expect(try Pagination.paginate(lines(11), heightPt: 100, maxPages: 9).map(\.count) == [10, 1])
    }

    @Test("a chain moves to the next page whole") func chain() throws {
        let slabs = lines(9) + [Slab(heightPt: 10, keepsWithNext: true), Slab(heightPt: 10)]
        #expect(try Pagination.paginate(slabs, heightPt: 100, maxPages: 9).map(\.count) == [9, 2])
    }

    @Test("a chain higher than a page is divided rather than lost") func longChain() throws {
        let slabs = (0..<25).map { _ in Slab(heightPt: 10, keepsWithNext: true) }
        #expect(try Pagination.paginate(slabs, heightPt: 100, maxPages: 9).map(\.count) == [10, 10, 5])
    }

    @Test("white above is dropped on top of a page and kept within it") func gaps() throws {
        let pages = try Pagination.paginate((0..<3).map { _ in Slab(heightPt: 40, gapPt: 10) }, heightPt: 100, maxPages: 9)
        #expect(pages.map { $0.map(\.yPt) } == [[0, 50], [0]])
    }

    @Test("a table's header row stands on every page of the table, once") func header() throws {
        let head = Slab(heightPt: 20, keepsWithNext: true)
        let rows = (0..<20).map { _ in Slab(heightPt: 10, repeats: head) }
        let pages = try Pagination.paginate([head] + rows, heightPt: 100, maxPages: 9)
        #expect(pages.map(\.count) == [9, 9, 5])
        #expect(pages.allSatisfy { $0[0].slab === head && $0.filter { $0.slab === head }.count == 1 })
        #expect(pages[1][1].yPt == 20)
    }

    @Test("more pages than allowed are refused") func tooMany() {
        #expect(throws: Refused.self) { try Pagination.paginate(lines(21), heightPt: 100, maxPages: 2) }
    }

    @Test("a block no page can hold is refused") func tooHigh() {
        #expect(throws: Refused.self) { try Pagination.paginate(lines(1, heightPt: 101), heightPt: 100, maxPages: 2) }
    }
}
