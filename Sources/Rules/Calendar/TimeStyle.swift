/// How a time is written for people, always by the clock of Viet Nam.
public enum TimeStyle: String, Codable, Sendable, CaseIterable {
    /// 09:12
    case clock
    /// 09:12:05
    case seconds
    /// 09:12, thứ Hai 23/11 · 09:12, Mon 23 Nov
    case day
    /// 09:12, thứ Hai 23/11/2026 · 09:12, Mon 23 Nov 2026
    case full
    /// 23/11/2026 · 23 Nov 2026
    case date
    /// 09 giờ 12 phút · 09:12
    case legalClock
    /// ngày 05 tháng 02 năm 2026 · 5 February 2026 (Decree 30/2020/NĐ-CP, Annex I: days below 10 and months 1 and 2 with a leading 0)
    case legalDate
}

extension Timestamp {
    /// The instant in words of a language.
    public func text(_ style: TimeStyle, in language: Language = .vietnamese) -> String {
        let local = inVietnam
        let date = local.date
        let clock = "\(Digits.two(local.hour)):\(Digits.two(local.minute))"
        let isVietnamese = language == .vietnamese
        let weekday = date.weekday.name[language]
        let month = MonthName.all[date.month - 1]
        return switch style {
        case .clock: clock
        case .seconds: "\(clock):\(Digits.two(local.second))"
        case .day: isVietnamese ? "\(clock), \(weekday) \(Digits.two(date.day))/\(Digits.two(date.month))" : "\(clock), \(weekday) \(date.day) \(month.prefix(3))"
        case .full: "\(clock), \(weekday) \(text(.date, in: language))"
        case .date:
            isVietnamese
                ? "\(Digits.two(date.day))/\(Digits.two(date.month))/\(date.year)" : "\(date.day) \(month.prefix(3)) \(date.year)"
        case .legalClock: isVietnamese ? "\(Digits.two(local.hour)) giờ \(Digits.two(local.minute)) phút" : clock
        case .legalDate:
            isVietnamese
                ? "ngày \(Digits.two(date.day)) tháng \(date.month <= 2 ? Digits.two(date.month) : "\(date.month)") năm \(date.year)"
                : "\(date.day) \(month) \(date.year)"
        }
    }
}

private enum MonthName {
    static let all = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
}
