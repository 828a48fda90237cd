public import Rules

/// Body of `POST /meetings`.
public struct NewMeeting: Codable, Sendable {
    public var bodyId: BodyID
    public var title: String
    public var type: MeetingType
    public var form: MeetingForm
    /// RFC 3339 with offset.
    public var startsAt: String
    public var endsAt: String
    public var place: String?

    public init(bodyId: BodyID, title: String, type: MeetingType, form: MeetingForm, startsAt: String, endsAt: String, place: String? = nil) {
        self.bodyId = bodyId
        self.title = title
        self.type = type
        self.form = form
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.place = place
    }
}
