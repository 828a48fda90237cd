/// Whether a paper was sent in time for its meeting: "Gửi 21/11 16:40 – trễ 1 ngày làm việc" (features 41).
public struct DeliveryStamp: Codable, Hashable, Sendable {
    /// Farthest that is looked back and forth; beyond it nothing is said.
    static let maxDays = 400

    public var sentAt: Timestamp
    /// Last day on which it would have been in time.
    public var lastDay: CivilDate
    /// Working days too late; 0: in time.
    public var lateDays: Int

    /// Nil where the type knows no deadline, or the calendar does not reach so far.
    ///
    /// "At least three working days before" leaves three whole working days from the day of sending on, the day of the session not
    /// counted: for a session on Thursday, Monday is the last day.
    public init?(sentAt: Timestamp, opensAt: Timestamp, days: Int, clock: WorkClock) {
        guard days > 0 else { return nil }
        let session = opensAt.inVietnam.date
        var day = session
        var left = days
        for _ in 0..<Self.maxDays where left > 0 {
            day = day.adding(days: -1)
            guard let isWorking = clock.hours(on: day).map({ !$0.isEmpty }) else { return nil }
            if isWorking { left -= 1 }
        }
        guard left == 0 else { return nil }
        var late = 0
        let sent = sentAt.inVietnam.date
        var walk = day
        while walk < sent {
            walk = walk.adding(days: 1)
            guard walk.daysSinceEpoch - day.daysSinceEpoch <= Self.maxDays, let hours = clock.hours(on: walk) else { return nil }
            if !hours.isEmpty { late += 1 }
        }
        self.sentAt = sentAt
        lastDay = day
        // Sent on a day of rest behind the last day is late all the same.
        lateDays = sent > day ? max(1, late) : 0
    }

    public var isLate: Bool { lateDays > 0 }

    public var sentence: BilingualText {
        func sent(_ language: Language) -> String { "\(sentAt.text(.date, in: language).prefix(language == .vietnamese ? 5 : 6)) \(sentAt.text(.clock))" }
        return isLate
            ? BilingualText(vi: "Gửi \(sent(.vietnamese)) – trễ \(lateDays) ngày làm việc", en: "Sent \(sent(.english)) – \(lateDays) working \(lateDays == 1 ? "day" : "days") late")
            : BilingualText(vi: "Gửi \(sent(.vietnamese)) – đúng hạn", en: "Sent \(sent(.english)) – in time")
    }
}
