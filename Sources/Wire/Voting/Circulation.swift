public import Rules

/// Why opinions are gathered by slip, and by when.
public struct Circulation: Codable, Sendable, Equatable {
    public var reason: String
    /// Between opening and deadline.
    public var workingDays: Int
    /// Of the slip, as the register gives it; empty where there is none yet.
    public var number: String
    /// Date of the slip, `2026-11-23`; null: the day of convening.
    @Nullable public var issuedOn: String?
    /// The body that submits the matter (cơ quan trình).
    public var submitter: String
    /// How the draft was changed after the opinions.
    public var summary: String
    @Nullable public var approvedBy: UserID?
    @Nullable public var approvedAt: String?
    /// The session whose agenda tells the result.
    @Nullable public var announcedIn: MeetingID?

    public init(
        reason: String, workingDays: Int, number: String, issuedOn: String?, submitter: String, summary: String, approvedBy: UserID?, approvedAt: String?,
        announcedIn: MeetingID?
    ) {
        self.reason = reason
        self.workingDays = workingDays
        self.number = number
        self.issuedOn = issuedOn
        self.submitter = submitter
        self.summary = summary
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
    public var number: String?
    /// `2026-11-23`; empty or absent: the day of convening.
    public var issuedOn: String?
    public var submitter: String?
}

/// Body of `PUT /meetings/{id}/circulation/summary`; an empty text takes it away.
public struct PutCirculationSummary: Codable, Sendable {
    public var text: String
}

/// Body of `PUT /users/{id}/mail`, where an empty address takes it away, and the answer of `GET`.
public struct PutMail: Codable, Sendable {
    public var address: String
    public init(address: String) { self.address = address }
}
