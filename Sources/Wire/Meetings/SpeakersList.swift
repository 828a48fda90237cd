public import Rules

/// Body of `POST /meetings/{id}/floor`.
public struct NewFloorRequest: Codable, Sendable {
    /// Absent: the current item.
    public var itemId: AgendaItemID?

    public init(itemId: AgendaItemID? = nil) { self.itemId = itemId }
}

/// Body of `PUT /meetings/{id}/floor`: what is absent stays.
public struct PutFloor: Codable, Sendable {
    /// Requests that wait, in their new order; those not named follow.
    public var order: [FloorRequestID]?
    /// Whether the list takes no new requests.
    public var closed: Bool?
    /// What a speaker is given; 0: no limit.
    public var limitSeconds: Int?

    public init(order: [FloorRequestID]? = nil, closed: Bool? = nil, limitSeconds: Int? = nil) {
        self.order = order
        self.closed = closed
        self.limitSeconds = limitSeconds
    }
}

/// Body of `POST /meetings/{id}/floor/{requestId}/grant`.
public struct FloorGrant: Codable, Sendable {
    public var limitSeconds: Int?

    public init(limitSeconds: Int? = nil) { self.limitSeconds = limitSeconds }
}

/// `PUT /meetings/{id}/floor/{requestId}`: what who has the floor is given; 0 takes the limit away.
public struct SpeechLimit: Codable, Sendable {
    public var limitSeconds: Int

    public init(limitSeconds: Int) { self.limitSeconds = limitSeconds }
}

/// The list of speakers.
public struct SpeakersList: Codable, Sendable, Equatable {
    public struct Entry: Codable, Sendable, Equatable {
        public var id: FloorRequestID
        @Nullable public var itemId: AgendaItemID?
        public var userId: UserID
        public var name: String
        public var title: String
        /// Name of the absent member in whose place he speaks.
        @Nullable public var substituteFor: String?
        public var state: FloorState
        /// Among those who wait, from 1.
        @Nullable public var place: Int?
        /// RFC 3339.
        public var requestedAt: String
        @Nullable public var grantedAt: String?
        /// Spoken until the clock was last started, in milliseconds.
        public var spokenMs: Int64
        /// RFC 3339; null while the clock stands.
        @Nullable public var runningSince: String?
        @Nullable public var limitMs: Int64?

        public init(
            id: FloorRequestID, itemId: AgendaItemID?, userId: UserID, name: String, title: String, substituteFor: String?, state: FloorState, place: Int?, requestedAt: String,
            grantedAt: String?, spokenMs: Int64, runningSince: String?, limitMs: Int64?
        ) {
            self.id = id
            self.itemId = itemId
            self.userId = userId
            self.name = name
            self.title = title
            self.substituteFor = substituteFor
            self.state = state
            self.place = place
            self.requestedAt = requestedAt
            self.grantedAt = grantedAt
            self.spokenMs = spokenMs
            self.runningSince = runningSince
            self.limitMs = limitMs
        }
    }

    public var closed: Bool
    @Nullable public var limitMs: Int64?
    /// Who has the floor, if anyone.
    @Nullable public var speaker: Entry?
    /// Those who wait, in their order.
    public var waiting: [Entry]
    /// What all speakers have used of the current item's planned time.
    @Nullable public var itemTime: ItemTime?

    public struct ItemTime: Codable, Sendable, Equatable {
        public var itemId: AgendaItemID
        public var spokenMs: Int64
        /// RFC 3339; null while nobody speaks on it.
        @Nullable public var runningSince: String?
        public var limitMs: Int64

        public init(itemId: AgendaItemID, spokenMs: Int64, runningSince: String?, limitMs: Int64) {
            self.itemId = itemId
            self.spokenMs = spokenMs
            self.runningSince = runningSince
            self.limitMs = limitMs
        }
    }

    public init(closed: Bool, limitMs: Int64?, speaker: Entry?, waiting: [Entry], itemTime: ItemTime?) {
        self.closed = closed
        self.limitMs = limitMs
        self.speaker = speaker
        self.waiting = waiting
        self.itemTime = itemTime
    }
}
