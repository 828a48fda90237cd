/// When somebody is reminded of a slip he has not returned.
public enum ReminderStage: String, Codable, Hashable, Sendable, CaseIterable {
    case half, ninety, overdue

    /// Share of the time between opening and deadline, in percent.
    var percent: Int64 {
        switch self {
        case .half: 50
        case .ninety: 90
        case .overdue: 100
        }
    }

    /// The instant from which this reminder is due.
    public func due(openedAt: Timestamp, closesAt: Timestamp) -> Timestamp {
        Timestamp(ms: openedAt.ms + (closesAt.ms - openedAt.ms) * percent / 100)
    }

    /// The latest that is due; earlier ones that were missed are not made up for. Nil before half of the time.
    public static func latest(at now: Timestamp, openedAt: Timestamp, closesAt: Timestamp) -> ReminderStage? {
        allCases.last { $0.due(openedAt: openedAt, closesAt: closesAt) <= now }
    }
}
