public import Rules
public import Store

/// Gives the floor, lets the clock stand or run, takes the floor back, or withdraws a request. Giving it to the next ends the one
/// before. Who: the presiding person, the body's secretary, admin; a person withdraws his own request and ends his own speech.
public struct StepFloor: Command {
    public static let name: CommandName = "floor.step"
    public var meeting: MeetingID
    public var request: FloorRequestID
    public var step: FloorState.Step
    /// With `grant`: what the speaker is given instead of the usual.
    public var limitMS: Int64?

    public init(meeting: MeetingID, request: FloorRequestID, step: FloorState.Step, limitMS: Int64? = nil) {
        self.meeting = meeting
        self.request = request
        self.step = step
        self.limitMS = limitMS
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(meeting)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        let row = try MeetingRow.visible(meeting, to: caller, in: tx)
        let entry = try Floor.request(request, of: meeting, in: tx)
        guard try AgendaAccess.reads(entry.item, caller, in: row, tx) else { throw Refusal(.notFound) }
        if [.withdraw, .end].contains(step), caller.person?.id == entry.user { return }
        try Standing.requireConduct(row, caller, in: tx)
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(step == .withdraw ? .floorRequests : step == .end ? .speeches : .floor, type: row.type)
        let entry = try Floor.request(request, of: meeting, in: tx)
        let next = try entry.state.applying(step)
        var clock = entry.clock
        switch step {
        case .grant:
            try Floor.stopClocks(of: meeting, to: .done, at: act.at, in: tx)
            if let limitMS, !(1...SpeechClock.maxLimitMS).contains(limitMS) {
                throw Refusal.invalid("/limitSeconds", "field.out-of-range", ["minimum": "1", "maximum": "\(SpeechClock.maxLimitMS / 1000)"])
            }
            clock.limitMS = try limitMS ?? Floor.floor(of: meeting, in: tx).limitMS
            clock = clock.started(at: act.at)
        case .resume: clock = clock.started(at: act.at)
        case .pause, .end: clock = clock.stopped(at: act.at)
        case .withdraw: break
        }
        try Floor.set(request, next, clock, endedAt: next == .done ? act.at : nil, in: tx)
        let seq = try tx.record(.floorChanged, in: row.stream, to: .of(entry.item, in: meeting), FloorFact(entry, state: next, clock: clock), by: act)
        if step == .grant { try tx.execute("UPDATE floor_request SET granted_at = \(act.at.ms), fact = \(seq) WHERE id = \(request.text)") }
        return Done(seq: seq)
    }
}
