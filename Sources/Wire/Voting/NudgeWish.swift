public import Rules

/// Body of `POST /polls/{id}/nudge`, which may be left out.
public struct NudgeWish: Codable, Sendable {
    /// One of those who have not voted; all of them when absent.
    public var userId: UserID?

    public init(userId: UserID? = nil) { self.userId = userId }
}
