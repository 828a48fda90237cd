public import Rules

/// Body of `PUT /meetings/{id}/invitation`.
public struct PutInvitationAnswer: Codable, Sendable {
    public var answer: InvitationAnswer
    public var reason: String?
    /// Username of the person who is to sit in the member's place.
    public var substitute: String?

    public init(answer: InvitationAnswer, reason: String? = nil, substitute: String? = nil) {
        self.answer = answer
        self.reason = reason
        self.substitute = substitute
    }
}

/// Body of `PUT /meetings/{id}/invitations/{userId}/consent`.
public struct PutConsent: Codable, Sendable {
    public var approved: Bool

    public init(approved: Bool) { self.approved = approved }
}

/// One person's answer to the invitation.
public struct Invitation: Codable, Sendable, Equatable {
    public var userId: UserID
    public var name: String
    public var title: String
    public var votes: Bool
    /// Null while he has not said.
    @Nullable public var answer: InvitationAnswer?
    @Nullable public var reason: String?
    @Nullable public var consent: AbsenceConsent?
    /// Who recorded the consent, where that was not the chairman himself.
    @Nullable public var consentRecordedBy: String?
    @Nullable public var substituteId: UserID?
    @Nullable public var substituteName: String?
    /// RFC 3339.
    @Nullable public var answeredAt: String?
    /// What became of the letter; null before convening.
    @Nullable public var mail: InvitationMail?
    /// The mail server took it.
    @Nullable public var mailedAt: String?
    /// A page of his told him of the meeting.
    @Nullable public var reachedAt: String?
    /// The earlier of the two.
    @Nullable public var deliveredAt: String?
    /// He opened the meeting's page or the invitation, as `openedBy` says.
    @Nullable public var openedAt: String?
    @Nullable public var openedBy: InvitationStep?

    public init(
        userId: UserID, name: String, title: String, votes: Bool, answer: InvitationAnswer?, reason: String?, consent: AbsenceConsent?, consentRecordedBy: String?, substituteId: UserID?,
        substituteName: String?, answeredAt: String?, mail: InvitationMail? = nil, mailedAt: String? = nil, reachedAt: String? = nil, deliveredAt: String? = nil,
        openedAt: String? = nil, openedBy: InvitationStep? = nil
    ) {
        self.userId = userId
        self.name = name
        self.title = title
        self.votes = votes
        self.answer = answer
        self.reason = reason
        self.consent = consent
        self.consentRecordedBy = consentRecordedBy
        self.substituteId = substituteId
        self.substituteName = substituteName
        self.answeredAt = answeredAt
        self.mail = mail
        self.mailedAt = mailedAt
        self.reachedAt = reachedAt
        self.deliveredAt = deliveredAt
        self.openedAt = openedAt
        self.openedBy = openedBy
    }
}

/// `GET /meetings/{id}/invitations/forecast`: what the answers promise for the quorum.
public struct Forecast: Codable, Sendable, Equatable {
    public var members: Int
    public var needed: Int
    public var attending: Int
    public var declining: Int
    public var unanswered: Int
    public var outlook: QuorumForecast.Outlook

    public init(_ forecast: QuorumForecast) {
        members = forecast.members
        needed = forecast.needed
        attending = forecast.attending
        declining = forecast.declining
        unanswered = forecast.unanswered
        outlook = forecast.outlook
    }
}

/// Who sits in whose place.
public struct Substitute: Codable, Sendable, Equatable {
    public var userId: UserID
    public var name: String
    public var title: String
    public var memberId: UserID
    public var memberName: String
    /// Null while nobody has said; it never counts for the quorum.
    @Nullable public var attendance: AttendanceState?
    /// RFC 3339.
    @Nullable public var since: String?

    public init(userId: UserID, name: String, title: String, memberId: UserID, memberName: String, attendance: AttendanceState?, since: String?) {
        self.userId = userId
        self.name = name
        self.title = title
        self.memberId = memberId
        self.memberName = memberName
        self.attendance = attendance
        self.since = since
    }
}
