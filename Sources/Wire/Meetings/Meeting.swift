public import Rules

/// A meeting, as `GET /meetings/{id}`, `POST /meetings` and every transition answer it.
public struct Meeting: Codable, Sendable, Equatable {
    /// Who leads the meeting now, and on what ground.
    public struct Presiding: Codable, Sendable, Equatable {
        public var userId: UserID
        public var name: String
        @Nullable public var ground: String?

        public init(userId: UserID, name: String, ground: String?) {
            self.userId = userId
            self.name = name
            self.ground = ground
        }
    }

    public var id: MeetingID
    public var bodyId: BodyID
    public var bodyName: String
    public var title: String
    public var type: MeetingType
    public var form: MeetingForm
    /// RFC 3339 with offset, as all times here.
    public var startsAt: String
    public var endsAt: String
    @Nullable public var place: String?
    public var state: MeetingState
    /// N: members in the roster.
    public var members: Int
    /// P: those in the room or online.
    public var present: Int
    /// Whether quorum is reached now; null for a circulated meeting, which has none.
    @Nullable public var quorate: Bool?
    /// Heads needed for quorum; null for a circulated meeting.
    @Nullable public var needed: Int?
    @Nullable public var presiding: Presiding?
    /// Where the meeting's stream stands: a push subscription goes on from (`epoch`, `head`).
    public var epoch: String
    public var head: Int64
    /// What the `ETag` says: grows with every change of the meeting's own row.
    public var version: Int
    @Nullable public var convenedAt: String?
    @Nullable public var openedAt: String?
    @Nullable public var closedAt: String?

    public init(
        id: MeetingID, bodyId: BodyID, bodyName: String, title: String, type: MeetingType, form: MeetingForm, startsAt: String, endsAt: String, place: String?,
        state: MeetingState, members: Int, present: Int, quorate: Bool?, needed: Int?, presiding: Presiding?, epoch: String, head: Int64, version: Int,
        convenedAt: String? = nil, openedAt: String? = nil, closedAt: String? = nil
    ) {
        self.id = id
        self.bodyId = bodyId
        self.bodyName = bodyName
        self.title = title
        self.type = type
        self.form = form
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.place = place
        self.state = state
        self.members = members
        self.present = present
        self.quorate = quorate
        self.needed = needed
        self.presiding = presiding
        self.epoch = epoch
        self.head = head
        self.version = version
        self.convenedAt = convenedAt
        self.openedAt = openedAt
        self.closedAt = closedAt
    }
}
