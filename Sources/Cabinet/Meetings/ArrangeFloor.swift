public import Rules
public import Store

/// The order of those who wait, whether the list takes requests, and what a speaker is given. What is nil stays. Who: the presiding
/// person, the body's secretary, admin.
public struct ArrangeFloor: ConductOfMeeting {
    public static let name: CommandName = "floor.arrange"
    public var meeting: MeetingID
    /// All or the first of those who wait, in their new order; the others follow as they were.
    public var order: [FloorRequestID]?
    public var isClosed: Bool?
    /// 0 takes the limit away.
    public var limitMS: Int64?

    public init(meeting: MeetingID, order: [FloorRequestID]? = nil, isClosed: Bool? = nil, limitMS: Int64? = nil) {
        self.meeting = meeting
        self.order = order
        self.isClosed = isClosed
        self.limitMS = limitMS
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.floorRequests, type: row.type)
        let before = try Floor.floor(of: meeting, in: tx)
        if let limitMS, !(0...SpeechClock.maxLimitMS).contains(limitMS) {
            throw Refusal.invalid("/limitSeconds", "field.out-of-range", ["minimum": "0", "maximum": "\(SpeechClock.maxLimitMS / 1000)"])
        }
        if let order {
            let waiting = before.waiting.map(\.id)
            guard Set(order).count == order.count, Set(order).isSubset(of: waiting) else { throw Refusal.invalid("/order", "floor.not-waiting") }
            for (index, id) in (order + waiting.filter { !order.contains($0) }).enumerated() {
                try tx.execute("UPDATE floor_request SET place = \(index + 1) WHERE id = \(id.text)")
            }
        }
        let limit = limitMS.map { $0 == 0 ? nil : $0 } ?? before.limitMS
        try tx.execute(
            """
            INSERT INTO floor (meeting, closed, limit_ms) VALUES (\(meeting.text), \(isClosed ?? before.isClosed), \(limit))
            ON CONFLICT (meeting) DO UPDATE SET closed = excluded.closed, limit_ms = excluded.limit_ms
            """)
        let fact = FloorFact(closed: isClosed ?? before.isClosed, limitMS: limit)
        return Done(seq: try tx.record(.floorArranged, in: row.stream, to: Audience(.meeting(meeting)), fact, by: act))
    }
}
