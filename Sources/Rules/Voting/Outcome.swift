/// What a poll decided.
public enum Outcome: String, Codable, Hashable, Sendable, CaseIterable {
    case adopted, notAdopted
    /// A tie whose decider has not yet said for or against, whoever the decider is.
    case awaitingChairman
    case noQuorum
    /// An election whose last seat two or more candidates share.
    case tie
}
