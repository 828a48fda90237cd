public import Rules
public import Store

/// Gives who has the floor more time, or less; 0 takes the limit away. Who: the presiding person, the body's secretary, admin.
public struct LimitSpeech: ConductOfMeeting {
    public static let name: CommandName = "floor.limit"
    public var meeting: MeetingID
    public var request: FloorRequestID
    public var limitMS: Int64

    public init(meeting: MeetingID, request: FloorRequestID, limitMS: Int64) {
        self.meeting = meeting
        self.request = request
        self.limitMS = limitMS
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.floor, type: row.type)
        let entry = try Floor.request(request, of: meeting, in: tx)
        guard try AgendaAccess.reads(entry.item, act.caller, in: row, tx) else { throw Refusal(.notFound) }
        guard entry.state.hasFloor else { throw Refusal(.floorWrongState, ["state": entry.state.rawValue, "action": "limit"]) }
        guard (0...SpeechClock.maxLimitMS).contains(limitMS) else {
            throw Refusal.invalid("/limitSeconds", "field.out-of-range", ["minimum": "0", "maximum": "\(SpeechClock.maxLimitMS / 1000)"])
        }
        var clock = entry.clock
        clock.limitMS = limitMS == 0 ? nil : limitMS
        try Floor.set(request, entry.state, clock, in: tx)
        return Done(seq: try tx.record(.floorChanged, in: row.stream, to: .of(entry.item, in: meeting), FloorFact(entry, state: entry.state, clock: clock), by: act))
    }
}
