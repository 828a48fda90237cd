public import Rules

/// Why opinions are gathered by slip, and by when.
public struct Circulation: Codable, Sendable, Equatable {
    public var reason: String
    /// Between opening and deadline.
    public var workingDays: Int
    @Nullable public var approvedBy: UserID?
    @Nullable public var approvedAt: String?
    /// The session whose agenda tells the result.
    @Nullable public var announcedIn: MeetingID?

    public init(reason: String, workingDays: Int, approvedBy: UserID?, approvedAt: String?, announcedIn: MeetingID?) {
        self.reason = reason
        self.workingDays = workingDays
        self.approvedBy = approvedBy
        self.approvedAt = approvedAt
        self.announcedIn = announcedIn
    }
}

/// Body of `PUT /meetings/{id}/circulation`.
public struct PutCirculation: Codable, Sendable {
    public var reason: String
    /// Five when absent.
    public var workingDays: Int?
}

/// Body of `PUT /users/{id}/mail`; an empty address takes it away.
public struct PutMail: Codable, Sendable {
    public var address: String
}
