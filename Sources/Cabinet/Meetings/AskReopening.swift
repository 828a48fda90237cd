public import Rules
public import Store

/// Asks for a closed meeting to be opened again, with a reason; another person has to agree (`DecideReopening`). Who: the presiding
/// person, the body's secretary, admin.
public struct AskReopening: ConductOfMeeting {
    public struct Receipt: Codable, Sendable { public var id: String }
    public static let name: CommandName = "meeting.ask-reopening"
    public var id: String
    public var meeting: MeetingID
    public var reason: String

    public init(id: String, meeting: MeetingID, reason: String) {
        self.id = id
        self.meeting = meeting
        self.reason = reason
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.reopening, type: row.type)
        let reason = try Text.checked(reason, at: "/reason", limit: Text.titleLength)
        if try tx.exists("SELECT 1 FROM reopening WHERE meeting = \(meeting.text) AND state = 'asked'") {
            throw Refusal(.meetingWrongState, ["state": "reopening-asked", "action": "reopening"])
        }
        try tx.execute(
            """
            INSERT INTO reopening (id, meeting, reason, asked_by, asked_at, state)
            VALUES (\(id), \(meeting.text), \(reason), \(act.caller.actor), \(act.at.ms), 'asked')
            """)
        try tx.record(.reopeningAsked, in: row.stream, to: Audience(.secretariat(row.body), .chair(meeting)), ReopeningFact(reopening: id), by: act)
        return Receipt(id: id)
    }
}

/// Opens a closed meeting again, or refuses to. The minutes become a draft of a higher version; polls, ballots and verdicts stay as they
/// are. Who: another than the one who asked, from the same circle.
public struct DecideReopening: ConductOfMeeting {
    public static let name: CommandName = "meeting.decide-reopening"
    public var meeting: MeetingID
    public var isApproved: Bool

    public init(meeting: MeetingID, isApproved: Bool) {
        self.meeting = meeting
        self.isApproved = isApproved
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.reopening, type: row.type)
        guard let asked = try tx.row("SELECT id, asked_by FROM reopening WHERE meeting = \(meeting.text) AND state = 'asked' ORDER BY asked_at DESC LIMIT 1") else {
            throw Refusal(.notFound)
        }
        guard asked.text("asked_by") != act.caller.actor else { throw Refusal(.authForbidden, ["needs": "another"]) }
        try tx.execute(
            """
            UPDATE reopening SET state = \(isApproved ? "approved" : "refused"), decided_by = \(act.caller.actor), decided_at = \(act.at.ms) WHERE id = \(asked.text("id"))
            """)
        let fact = ReopeningFact(reopening: asked.text("id"), approved: isApproved, state: isApproved ? .open : row.state)
        guard isApproved else {
            return Done(seq: try tx.record(.reopeningRefused, in: row.stream, to: Audience(.secretariat(row.body), .chair(meeting)), fact, by: act))
        }
        try tx.execute("UPDATE meeting SET state = 'open', closed_at = NULL, version = version + 1 WHERE id = \(meeting.text)")
        try tx.execute("UPDATE minutes SET version = version + 1, state = 'draft', at = \(act.at.ms) WHERE meeting = \(meeting.text)")
        return Done(seq: try tx.record(.meetingReopened, in: row.stream, to: Audience(.meeting(meeting)), fact, by: act))
    }
}

struct ReopeningFact: Codable, Sendable {
    var reopening: String
    var approved: Bool?
    var state: MeetingState?
}

/// A request to open a closed meeting again.
public struct ReopeningView: Sendable, Equatable {
    public var reason: String
    public var askedBy: String
    public var askedAt: Timestamp
    /// asked, approved or refused.
    public var state: String
    /// Asked by the caller himself, who then cannot decide it.
    public var isMine: Bool
}

extension Meetings {
    /// Requests to open the meeting again, newest first; for secretariat and presiding person.
    public static func reopenings(of id: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> [ReopeningView] {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        guard try Invitations.sees(meeting, caller, in: tx) else { return [] }
        return try tx.rows(
            """
            SELECT reopening.reason, reopening.asked_by, reopening.asked_at, reopening.state, account.name
            FROM reopening LEFT JOIN account ON 'person:' || account.id = reopening.asked_by
            WHERE reopening.meeting = \(id.text) ORDER BY reopening.asked_at DESC, reopening.id LIMIT 100
            """
        ).map { row in
            ReopeningView(
                reason: row.text("reason"), askedBy: row.optionalText("name") ?? row.text("asked_by"), askedAt: row.time("asked_at"), state: row.text("state"),
                isMine: row.text("asked_by") == caller.actor)
        }
    }
}
