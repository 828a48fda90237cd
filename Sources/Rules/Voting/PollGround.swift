/// The rule that ended a poll.
enum PollGround: Hashable {
    enum Decision: Hashable {
        case ownBallot, castAfterClosing, declared
    }

    case emptyRoster
    case noQuorum
    case tooFewReturned(Int)
    case adopted
    case tieDecided(Choice, Decision)
    case tieAwaiting
    case tieExpired
    case notAdopted

    var outcome: Outcome {
        switch self {
        case .emptyRoster, .noQuorum, .tooFewReturned: .noQuorum
        case .adopted: .adopted
        case .tieDecided(let choice, _): choice == .for ? .adopted : .notAdopted
        case .tieAwaiting: .awaitingChairman
        case .tieExpired, .notAdopted: .notAdopted
        }
    }

    /// Stable code of the rule as applied.
    func code(for count: PollCount) -> String {
        let rules = count.rules
        let tie = "tie.\(rules.tie.decidedBy.rawValue).\(rules.tie.applies.rawValue)"
        switch self {
        case .emptyRoster: return "quorum.empty-roster"
        case .noQuorum: return "quorum.closing.\(rules.quorum)"
        case .tooFewReturned(let minimum): return "circulation.minimum-returned.\(minimum)"
        case .adopted, .notAdopted:
            var adoption = rules.adoption
            adoption.of = count.baseKind
            return adoption.code
        case .tieDecided(let choice, _): return "\(tie).\(choice.rawValue)"
        case .tieAwaiting: return "\(tie).awaiting"
        case .tieExpired: return "\(tie).expired"
        }
    }
}
