/// What one ballot says: a choice on a proposal, or options by their ids (none: blank, said explicitly).
public enum Vote: Hashable, Sendable {
    case choice(Choice)
    case selections([PollOptionID])

    /// What the fields of a ballot mean in a poll. Refuses `request.invalid` at `/choice` or `/selections` for the field that is missing,
    /// that the poll does not ask, or selections no ballot may hold (unknown, twice, more than `places`).
    public init(choice: Choice?, selections: [PollOptionID]?, method: PollMethod, options: [PollOption], places: Int) throws(Refusal) {
        guard method != .approval else {
            guard let choice else { throw .invalid("/choice", "field.required") }
            guard selections == nil else { throw .invalid("/selections", "poll.no-options") }
            self = .choice(choice)
            return
        }
        guard choice == nil else { throw .invalid("/choice", "poll.has-options") }
        guard let selections else { throw .invalid("/selections", "field.required") }
        try ElectionCount.validated(selections, among: options, places: places)
        self = .selections(selections)
    }

    public var choice: Choice? {
        if case .choice(let choice) = self { choice } else { nil }
    }
    public var selections: [PollOptionID]? {
        if case .selections(let selections) = self { selections } else { nil }
    }
}

extension Vote {
    /// One word for proofs: the choice, or the ids of the options with a comma between; blank is empty.
    public var word: String {
        switch self {
        case .choice(let choice): choice.rawValue
        case .selections(let selections): selections.map(\.text).joined(separator: ",")
        }
    }
}
