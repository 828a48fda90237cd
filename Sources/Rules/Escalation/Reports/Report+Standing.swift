extension Report {
    /// Who has it and until when: visible at every moment while anything is owed.
    public struct Standing: Hashable, Sendable {
        public var holder: UnitID
        public var clock: ClockKind
        public var due: Timestamp
        public var isPaused: Bool
    }

    /// Nil for a report that is owed nothing.
    public var standing: Standing? { currentClock.map { Standing(holder: holder, clock: $0.kind, due: $0.due, isPaused: $0.isPaused) } }

    /// The clock of the state; where the state has none of its own, the citizen's.
    public var currentClock: ReportClock? {
        guard state.isOpen else { return nil }
        let kinds: [ClockKind] =
            switch state {
            case .received: [.receive]
            case .beyondAuthority, .awaitingLeadership, .onAgenda: [.leaderDecide]
            case .directed, .concluded: [.conclusionTask]
            default: [.process, .conclusionTask]
            }
        for kind in kinds + [.citizenAnswer] {
            // Of several tasks the holder's comes first, then the next one due.
            let open = clocks.filter { $0.kind == kind && $0.isOpen }
            if let clock = open.min(by: { ($0.owner == holder ? 0 : 1, $0.due) < ($1.owner == holder ? 0 : 1, $1.due) }) { return clock }
        }
        return nil
    }

    /// When `tick` has something to do next; nil if never.
    public var wakesAt: Timestamp? {
        var instants = clocks.compactMap { $0.isOpen ? $0.nextAlarm : nil }
        if state == .awaitingInformation, let questionEndsAt { instants.append(questionEndsAt) }
        if state == .answered, let closesAt { instants.append(closesAt) }
        return instants.min()
    }

    public var wasEscalated: Bool { counters.hierarchical > 0 }

    /// The level of the rating of this round, if there is one.
    public var rating: RatingLevel? { ratings.last { $0.round == round }?.level }
    public var ratingReasons: [RatingReasonID] { ratings.last { $0.round == round }?.reasons ?? [] }
}
