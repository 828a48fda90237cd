/// What the register says of a meeting's invitation.
public struct InvitationPaper: Codable, Sendable, Equatable {
    /// Number and symbol; empty where there is none yet.
    public var number: String
    /// `2026-11-23`; null for the day of convening.
    @Nullable public var issuedOn: String?
    /// Địa danh.
    public var locality: String

    public init(number: String, issuedOn: String?, locality: String) {
        self.number = number
        self.issuedOn = issuedOn
        self.locality = locality
    }
}

/// Body of `PUT /meetings/{id}/invitation/paper`.
public struct PutInvitationPaper: Codable, Sendable {
    public var number: String?
    public var issuedOn: String?
    public var locality: String?

    public init(number: String? = nil, issuedOn: String? = nil, locality: String? = nil) {
        self.number = number
        self.issuedOn = issuedOn
        self.locality = locality
    }
}
