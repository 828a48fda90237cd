public import Rules

/// One line of `GET /meetings/{id}/roster`; from opening on a copy of names, titles and weights of that day.
public struct RosterEntry: Codable, Sendable, Equatable {
    public var userId: UserID
    public var name: String
    @Nullable public var title: String?
    public var role: BodyRole
    public var weight: Int
    public var order: Int
    /// Null while nobody has said.
    @Nullable public var attendance: AttendanceState?
    /// Why absent.
    @Nullable public var reason: String?
    /// Since when he is where he is; RFC 3339.
    @Nullable public var since: String?
    /// Every coming and going, in order of time.
    public var changes: [AttendanceChange]
    /// Whether the person holds a seat, that is, votes.
    public var votes: Bool

    public init(
        userId: UserID, name: String, title: String?, role: BodyRole, weight: Int, order: Int, attendance: AttendanceState?, reason: String? = nil,
        since: String? = nil, changes: [AttendanceChange] = [], votes: Bool
    ) {
        self.userId = userId
        self.name = name
        self.title = title
        self.role = role
        self.weight = weight
        self.order = order
        self.attendance = attendance
        self.reason = reason
        self.since = since
        self.changes = changes
        self.votes = votes
    }
}
