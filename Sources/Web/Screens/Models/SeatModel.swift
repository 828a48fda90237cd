/// One square of the bar of seats: 20 by 20 units, with a mark so that colour is not needed.
struct SeatModel: Sendable {
    var x: Int
    var y: Int
    /// for, against, abstain, none or returned.
    var seatClass: String
    /// Path of the mark inside the square; nil for an empty seat.
    var seatMark: String?
}

/// A bar of seats, in rows of at most `perRow`.
struct SeatBar: Sendable {
    static let pitch = 24
    static let side = 20

    var viewBox: String
    var seats: [SeatModel]

    /// - Parameter groups: class of seat and how many, in the order they stand.
    init(_ groups: [(String, Int)], perRow: Int) {
        let all = groups.flatMap { group in Array(repeating: group.0, count: group.1) }
        let columns = max(1, min(perRow, all.count))
        let rows = max(1, (all.count + columns - 1) / columns)
        viewBox = "0 0 \(columns * Self.pitch) \(rows * Self.pitch)"
        seats = all.enumerated().map { index, kind in
            let x = index % columns * Self.pitch + 2
            let y = index / columns * Self.pitch + 2
            return SeatModel(x: x, y: y, seatClass: kind, seatMark: Self.mark(kind, x: x, y: y))
        }
    }

    private static func mark(_ kind: String, x: Int, y: Int) -> String? {
        switch kind {
        case "for": "M\(x + 5) \(y + 10)l4 4 6-8"
        case "against": "M\(x + 6) \(y + 6)l8 8m0-8-8 8"
        case "abstain": "M\(x + 5) \(y + 10)h10"
        default: nil
        }
    }
}
