/// Whether slips may be closed before their deadline, as chair and secretariat see it.
public struct EarlyClose: Codable, Sendable, Equatable {
    /// Whether `POST /polls/{id}/close` would be taken now.
    public var allowed: Bool
    /// Whether the slips that are out cannot change the outcome; null unless the rules ask for it.
    @Nullable public var certain: Bool?
    /// Slips that are out.
    public var outstanding: Int

    public init(allowed: Bool, certain: Bool?, outstanding: Int) {
        self.allowed = allowed
        self.certain = certain
        self.outstanding = outstanding
    }
}
