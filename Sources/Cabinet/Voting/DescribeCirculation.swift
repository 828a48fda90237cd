public import Rules
public import Store

/// Why opinions are gathered by slip and in how many working days, who submits the matter, number and date of the slip. A new
/// wording has to be approved again; number and date may come after the approval. Who: the body's secretary, admin.
public struct DescribeCirculation: SecretariatOfMeeting {
    public static let name: CommandName = "circulation.describe"
    /// Longest number of a paper: "1234/PLYK-UBND" and room for what registers invent.
    public static let maxNumberLength = 60
    public var meeting: MeetingID
    public var reason: String
    public var workingDays: Int
    /// As the Office's register gives it; empty where it has none yet.
    public var number: String
    /// Date of the slip; nil for the day of convening.
    public var issuedOn: CivilDate?
    /// Cơ quan trình.
    public var submitter: String

    public init(meeting: MeetingID, reason: String, workingDays: Int, number: String = "", issuedOn: CivilDate? = nil, submitter: String = "") {
        self.meeting = meeting
        self.reason = reason
        self.workingDays = workingDays
        self.number = number
        self.issuedOn = issuedOn
        self.submitter = submitter
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        guard row.isCirculated, row.state == .draft || row.state == .convened else {
            throw Refusal(.meetingWrongState, ["state": row.state.rawValue, "action": "circulation"])
        }
        let reason = try Text.checked(reason, at: "/reason", limit: Text.titleLength)
        let number = try Text.checked(number, at: "/number", limit: Self.maxNumberLength, mayBeEmpty: true)
        let submitter = try Text.checked(submitter, at: "/submitter", limit: Text.titleLength, mayBeEmpty: true)
        guard Circulations.days.contains(workingDays) else {
            throw Refusal.invalid(
                "/workingDays", "field.out-of-range", ["minimum": "\(Circulations.days.lowerBound)", "maximum": "\(Circulations.days.upperBound)"])
        }
        let before = try Circulations.find(meeting, in: tx)
        let isNew = before?.reason != reason || before?.workingDays != workingDays || before?.submitter != submitter
        // What members hold in their hands is what was approved.
        if isNew, try tx.exists("SELECT 1 FROM poll WHERE meeting = \(meeting.text) AND state = 'open'") {
            throw Refusal(.meetingWrongState, ["state": "slip-open", "action": "circulation"])
        }
        try tx.execute(
            """
            INSERT INTO circulation (meeting, reason, working_days, number, issued_on, submitter)
            VALUES (\(meeting.text), \(reason), \(workingDays), \(number), \(issuedOn?.description), \(submitter))
            ON CONFLICT (meeting) DO UPDATE SET reason = excluded.reason, working_days = excluded.working_days, number = excluded.number, issued_on = excluded.issued_on,
              submitter = excluded.submitter
            """)
        if isNew { try tx.execute("UPDATE circulation SET approved_by = NULL, approved_at = NULL WHERE meeting = \(meeting.text)") }
        try row.touch(in: tx)
        let audience = Audience(.secretariat(row.body), .chair(meeting))
        return Done(seq: try tx.record(.circulationChanged, in: row.stream, to: audience, CirculationFact(meeting: meeting, workingDays: workingDays), by: act))
    }
}
