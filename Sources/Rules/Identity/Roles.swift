/// What an account may do at all; what it may do in a body is its `BodyRole`. A `screen` hangs in a room: it shows the wall of one body's
/// sessions, and nothing else is open to it.
public enum AccountRole: String, Codable, Sendable, CaseIterable {
    case admin, secretary, leader, member, officer, auditor, integration, screen
}

/// A person's place in a body. A vote comes only from a seat.
public enum BodyRole: String, Codable, Sendable, CaseIterable {
    case chairman, viceChairman, member, secretary

    /// Whether the role is a seat, that is, carries a vote.
    public var isSeat: Bool { self != .secretary }
}

/// What a long-lived token may be used for.
public enum TokenScope: String, Codable, Sendable, CaseIterable {
    case verify, reports, read, all
}
