/// How a poll asks.
public enum PollMethod: String, Codable, Hashable, Sendable, CaseIterable {
    /// For, against or abstain on one proposal.
    case approval
    /// One of several options.
    case choice
    /// Up to `maxSelections` of several candidates.
    case election
}

/// Who learns how a person voted.
public enum PollSecrecy: String, Codable, Hashable, Sendable, CaseIterable {
    case open, secret
}

/// When members see the tally.
public enum PollShow: String, Codable, Hashable, Sendable, CaseIterable {
    case atClose, live
}
