/// The colour of a due instant in a queue, with its word: colour alone tells nothing to some.
public enum TrafficLight: String, Codable, Hashable, Sendable, CaseIterable {
    case onTime, soon, late, paused

    public init(_ clock: ReportClock, at now: Timestamp) {
        if clock.isLate(at: now) {
            self = .late
        } else if clock.isPaused {
            self = .paused
        } else if clock.rung != nil || (clock.nextAlarm.map { $0 <= now } ?? false) {
            self = .soon
        } else {
            self = .onTime
        }
    }

    public var name: BilingualText {
        switch self {
        case .onTime: BilingualText(vi: "Trong hạn", en: "On time")
        case .soon: BilingualText(vi: "Sắp đến hạn", en: "Due soon")
        case .late: BilingualText(vi: "Quá hạn", en: "Overdue")
        case .paused: BilingualText(vi: "Tạm dừng tính hạn", en: "Paused")
        }
    }
}
