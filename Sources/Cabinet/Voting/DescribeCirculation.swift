public import Rules
public import Store

/// Why opinions are gathered by slip and in how many working days; a new wording has to be approved again.
/// Who: the body's secretary, admin.
public struct DescribeCirculation: Command {
    public static let name: CommandName = "circulation.describe"
    public var meeting: MeetingID
    public var reason: String
    public var workingDays: Int
    public init(meeting: MeetingID, reason: String, workingDays: Int) {
        self.meeting = meeting
        self.reason = reason
        self.workingDays = workingDays
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(meeting)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        try Standing.requireSecretary(caller, of: try MeetingRow.visible(meeting, to: caller, in: tx).body, in: tx)
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        guard row.isCirculated, row.state == .draft || row.state == .convened else {
            throw Refusal(.meetingWrongState, ["state": row.state.rawValue, "action": "circulation"])
        }
        let reason = try Text.checked(reason, at: "/reason", limit: Text.titleLength)
        guard Circulations.days.contains(workingDays) else {
            throw Refusal.invalid(
                "/workingDays", "field.out-of-range", ["minimum": "\(Circulations.days.lowerBound)", "maximum": "\(Circulations.days.upperBound)"])
        }
        try tx.execute(
            """
            INSERT INTO circulation (meeting, reason, working_days) VALUES (\(meeting.text), \(reason), \(workingDays))
            ON CONFLICT (meeting) DO UPDATE SET reason = excluded.reason, working_days = excluded.working_days, approved_by = NULL, approved_at = NULL
            """)
        try row.touch(in: tx)
        let audience = Audience(.secretariat(row.body), .chair(meeting))
        return Done(seq: try tx.record(.circulationChanged, in: row.stream, to: audience, CirculationFact(meeting: meeting, workingDays: workingDays), by: act))
    }
}
