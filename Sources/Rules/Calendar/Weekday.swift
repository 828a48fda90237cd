/// A day of the week; raw values as in ISO 8601.
public enum Weekday: Int, Codable, Hashable, Sendable, CaseIterable {
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday

    /// 1 January 1970 was a Thursday.
    init(daysSinceEpoch days: Int) {
        let index = ((days + 3) % 7 + 7) % 7
        self = Self.allCases[index]
    }

    public var name: BilingualText {
        switch self {
        case .monday: BilingualText(vi: "thứ Hai", en: "Mon")
        case .tuesday: BilingualText(vi: "thứ Ba", en: "Tue")
        case .wednesday: BilingualText(vi: "thứ Tư", en: "Wed")
        case .thursday: BilingualText(vi: "thứ Năm", en: "Thu")
        case .friday: BilingualText(vi: "thứ Sáu", en: "Fri")
        case .saturday: BilingualText(vi: "thứ Bảy", en: "Sat")
        case .sunday: BilingualText(vi: "Chủ nhật", en: "Sun")
        }
    }
}
