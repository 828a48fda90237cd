/// What became of the letter to somebody who is invited.
public enum InvitationMail: String, Codable, Hashable, Sendable, CaseIterable {
    /// No letter: nobody knows where to write, or the house sends none.
    case none
    /// The mail server did not take it; it is tried again.
    case waiting
    case sent, failed
}
