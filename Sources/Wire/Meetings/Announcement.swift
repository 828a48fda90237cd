public import Rules

/// Body of `POST /meetings/{id}/announcements`.
public struct NewAnnouncement: Codable, Sendable {
    public var text: String

    public init(text: String) { self.text = text }
}

/// What was announced in a meeting, by whom and when.
public struct Announcement: Codable, Sendable, Equatable {
    public var seq: Int64
    public var text: String
    /// RFC 3339.
    public var postedAt: String
    @Nullable public var postedBy: UserID?

    public init(seq: Int64, text: String, postedAt: String, postedBy: UserID?) {
        self.seq = seq
        self.text = text
        self.postedAt = postedAt
        self.postedBy = postedBy
    }
}
