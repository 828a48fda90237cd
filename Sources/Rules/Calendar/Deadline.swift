/// A due instant with how it came about: version of the calendar, steps and remarks, so that anybody can check it.
public struct Deadline: Codable, Hashable, Sendable {
    public var calendar: CalendarID
    public var calendarVersion: Int
    public var start: Timestamp
    public var budget: Budget
    public var pauses: [Pause]
    public var due: Timestamp
    public var steps: [DeadlineStep]
    public var remarks: [DeadlineRemark]

    /// Whether a day on the way rests on an unconfirmed source or lies where holidays are not known yet.
    public var isProvisional: Bool { remarks.contains { $0.isProvisional } }

    /// In words, such as `13/2 16:30–17:00: 30′; 14–22/2 nghỉ; 23/2 08:00–16:30: 7h30′. Tết Nguyên đán (16–20/2).`
    public var explanation: BilingualText { BilingualText(vi: explanation(in: .vietnamese), en: explanation(in: .english)) }

    public func explanation(in language: Language) -> String {
        let words = DeadlineWords(language: language, showsYear: start.inVietnam.date.year != due.inVietnam.date.year)
        let way = steps.map(words.step).joined(separator: "; ")
        return ([way + "."] + remarks.map { words.remark($0) + "." }).joined(separator: " ")
    }
}
