/// Where a poll stands.
public enum PollState: String, Codable, Hashable, Sendable, CaseIterable {
    case draft, open, closed
    /// Void, with its reason; record and ballots stay.
    case annulled
}

/// What may be done with a poll as a whole.
public enum PollTransition: String, Codable, Hashable, Sendable, CaseIterable {
    case open, close, annul
}

extension PollState {
    private static let table: [PollTransition: (from: Set<PollState>, to: PollState)] = [
        .open: (from: [.draft], to: .open),
        .close: (from: [.open], to: .closed),
        .annul: (from: [.open, .closed], to: .annulled),
    ]

    /// The state behind a transition. Refuses `poll.not-open` for a close without an open poll, else
    /// `poll.wrong-state`, with parameters `state` and `action`.
    public func applying(_ transition: PollTransition) throws(Refusal) -> PollState {
        guard let row = Self.table[transition], row.from.contains(self) else {
            throw Refusal(
                transition == .close ? .pollNotOpen : .pollWrongState, ["state": rawValue, "action": transition.rawValue])
        }
        return row.to
    }
}
