/// What may be done with a meeting as a whole. `verb` is the word in the address of the request.
public enum MeetingTransition: String, Codable, Hashable, Sendable, CaseIterable {
    case convene, open, pause, resume, close, approveMinutes, archive, cancel

    /// Path segment of contract §2: `approve-minutes` for `approveMinutes`.
    public var verb: String { self == .approveMinutes ? "approve-minutes" : rawValue }

    public init?(verb: String) {
        guard let transition = Self.allCases.first(where: { $0.verb == verb }) else { return nil }
        self = transition
    }
}
