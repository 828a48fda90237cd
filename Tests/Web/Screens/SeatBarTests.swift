import Testing

@testable import Web

@Suite("Bar of seats")
struct SeatBarTests {
    @Test("every seat has a square, in rows")
    func rows() {
        let bar = SeatBar([("for", 14), ("against", 2), ("abstain", 2), ("none", 4)], perRow: 11)
        #expect(bar.seats.count == 22)
        #expect(bar.viewBox == "0 0 264 48")
        #expect(Set(bar.seats.map(\.y)).count == 2)
    }

    @Test("colour is never alone: each choice has its mark")
    func marks() {
        let bar = SeatBar([("for", 1), ("against", 1), ("abstain", 1), ("none", 1)], perRow: 4)
        let marks = bar.seats.map(\.seatMark)
        #expect(Set(marks).count == 4)
        #expect(marks.last == .some(nil))
    }

    @Test("an empty roster is an empty bar")
    func empty() {
        #expect(SeatBar([("returned", 0), ("empty", 0)], perRow: 11).seats.isEmpty)
    }
}
