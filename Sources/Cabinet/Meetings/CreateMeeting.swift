public import Rules
public import Store

/// Particulars of a meeting, checked.
public struct MeetingParticulars: Sendable, Equatable {
    /// Longest meeting that can be planned.
    public static let maxDays: Int64 = 31

    public var title: String
    public var type: MeetingType
    public var form: MeetingForm
    public var startsAt: Timestamp
    public var endsAt: Timestamp
    public var place: String

    public init(title: String, type: MeetingType, form: MeetingForm, startsAt: Timestamp, endsAt: Timestamp, place: String) {
        self.title = title
        self.type = type
        self.form = form
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.place = place
    }

    func checked() throws(Refusal) -> MeetingParticulars {
        var clean = self
        clean.title = try Text.checked(title, at: "/title", limit: Text.titleLength)
        clean.place = try Text.checked(place, at: "/place", limit: Text.nameLength, mayBeEmpty: true)
        guard endsAt > startsAt else { throw .invalid("/endsAt", "field.ends-before-start") }
        guard endsAt.ms - startsAt.ms <= Self.maxDays * 86_400_000 else { throw .invalid("/endsAt", "field.too-far", ["days": "\(Self.maxDays)"]) }
        return clean
    }
}

/// A meeting in preparation, seen by the secretariat until it is convened. Who: the body's secretary, admin.
public struct CreateMeeting: Command {
    public struct Receipt: Codable, Sendable { public var id: MeetingID }
    public static let name: CommandName = "meeting.create"
    public var id: MeetingID
    public var body: BodyID
    public var particulars: MeetingParticulars

    public init(id: MeetingID, body: BodyID, particulars: MeetingParticulars) {
        self.id = id
        self.body = body
        self.particulars = particulars
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(id)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        guard try Bodies.canSee(body, caller, in: tx) else {
            guard caller.person?.role == .secretary || caller.administers else { throw Refusal(.authForbidden, ["needs": "secretary"]) }
            throw Refusal.invalid("/bodyId", "field.unknown-body", ["id": body.text])
        }
        try Standing.requireSecretary(caller, of: body, in: tx)
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        let checked = try particulars.checked()
        let chairman = try tx.row("SELECT account FROM body_member WHERE body = \(body.text) AND role = 'chairman'")?.text("account")
        try tx.execute(
            """
            INSERT INTO meeting (id, body, title, type, form, starts_at, ends_at, place, state, presiding, clerk, created_at)
            VALUES (\(id.text), \(body.text), \(checked.title), \(checked.type.rawValue), \(checked.form.rawValue), \(checked.startsAt.ms), \(checked.endsAt.ms),
              \(checked.place), \(MeetingState.draft.rawValue), \(chairman), \(act.caller.person?.id.text), \(act.at.ms))
            """)
        try tx.record(.meetingCreated, in: .meeting(id), to: Audience(.meeting(id)), MeetingFact(id, state: .draft), by: act)
        return Receipt(id: id)
    }
}
