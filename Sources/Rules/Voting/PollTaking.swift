/// How votes are taken.
public enum PollTaking: String, Codable, Hashable, Sendable, CaseIterable {
    /// Each member on his own device.
    case devices
    /// Each present member is called by name and answers; entered by one account, confirmed by another.
    case rollCall
    /// Hands are counted; entered by one account, confirmed by another.
    case hands

    /// Refuses what hands and voices cannot do: options, secrecy, a timer. `request.invalid` at `/taking`.
    public func validated(method: PollMethod, secrecy: PollSecrecy, isTimed: Bool) throws(Refusal) {
        guard self != .devices else { return }
        guard method == .approval, secrecy == .open, !isTimed else { throw .invalid("/taking", "poll.taking-plain") }
    }
}
