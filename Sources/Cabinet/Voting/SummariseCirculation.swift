public import Rules
public import Store

/// How the draft was changed after the opinions, or why it was not: the Office's words in the report. Who: the body's secretary, admin.
public struct SummariseCirculation: SecretariatOfMeeting {
    public static let name: CommandName = "circulation.summarise"
    public var meeting: MeetingID
    public var text: String
    public init(meeting: MeetingID, text: String) {
        self.meeting = meeting
        self.text = text
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        guard row.isCirculated, row.state == .convened || row.state == .closed, let circulation = try Circulations.find(meeting, in: tx) else {
            throw Refusal(.meetingWrongState, ["state": row.state.rawValue, "action": "circulation"])
        }
        let text = try Text.checked(text, at: "/text", limit: Text.proseLength, mayBeEmpty: true)
        if text == circulation.summary { return Done(seq: 0) }
        try tx.execute("UPDATE circulation SET summary = \(text) WHERE meeting = \(meeting.text)")
        try row.touch(in: tx)
        return Done(seq: try tx.record(.circulationSummarised, in: row.stream, to: Audience(.meeting(meeting)), CirculationFact(meeting: meeting), by: act))
    }
}
