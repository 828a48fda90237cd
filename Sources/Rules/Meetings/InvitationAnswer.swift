/// What a person says to an invitation (features 7).
public enum InvitationAnswer: String, Codable, Hashable, Sendable, CaseIterable {
    case attend, decline
}

/// Whether the chairman agrees to a member's absence (Law on Organisation of Local Government Art. 114(2), to be confirmed).
public enum AbsenceConsent: String, Codable, Hashable, Sendable, CaseIterable {
    case pending, approved, refused
}
