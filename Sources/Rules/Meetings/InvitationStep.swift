/// How far an invitation got with a person, as the server sees it.
public enum InvitationStep: String, Codable, Hashable, Sendable, CaseIterable {
    /// A page of his told him of the meeting.
    case reached
    /// He opened the meeting's page.
    case page
    /// He opened the invitation itself.
    case paper

    public var isOpening: Bool { self != .reached }
}
