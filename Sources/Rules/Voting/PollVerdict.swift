/// What a poll says when it is counted, whatever it asked: for or against, or one of several options.
public enum PollVerdict: Hashable, Sendable {
    case approval(PollResult)
    case election(ElectionResult)

    public var approval: PollResult? {
        if case .approval(let result) = self { result } else { nil }
    }
    public var election: ElectionResult? {
        if case .election(let result) = self { result } else { nil }
    }

    /// N, heads in the roster.
    public var members: Int {
        switch self {
        case .approval(let result): result.members
        case .election(let result): result.members
        }
    }

    /// P, heads; nil for circulated opinions.
    public var present: Int? {
        switch self {
        case .approval(let result): result.present
        case .election(let result): result.present
        }
    }

    public var quorumNeeded: Int? {
        switch self {
        case .approval(let result): result.quorumNeeded
        case .election(let result): result.quorumNeeded
        }
    }

    /// The smallest weight that adopts or elects; nil where the base depends on the ballots themselves.
    public var needed: Int? {
        switch self {
        case .approval(let result): result.needed
        case .election(let result): result.needed
        }
    }

    public var outcome: Outcome {
        switch self {
        case .approval(let result): result.outcome
        case .election(let result): result.outcome
        }
    }

    public var because: Because {
        switch self {
        case .approval(let result): result.because
        case .election(let result): result.because
        }
    }
}
