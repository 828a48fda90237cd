import Foundation

/// An RFC 3339 instant as people here read it: `2026-11-23T02:12:04Z` becomes `09:12 23/11/2026`.
///
/// Shown on Vietnam's clock, whatever the offset it came with. Anything that is not RFC 3339 is shown as it came.
struct Instant: CustomStringConvertible {
    /// Vietnam has one offset and no summer time.
    private static let homeOffsetSeconds = 7 * 3600

    let text: String

    init(_ text: String) { self.text = text }

    var description: String {
        guard let date = Self.date(text), let home = TimeZone(secondsFromGMT: Self.homeOffsetSeconds) else { return text }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = home
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
        guard let year = parts.year, let month = parts.month, let day = parts.day, let hour = parts.hour, let minute = parts.minute else {
            return text
        }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(hour)):\(two(minute)) \(two(day))/\(two(month))/\(year)"
    }

    private static func date(_ text: String) -> Date? {
        let reader = ISO8601DateFormatter()
        for options: ISO8601DateFormatter.Options in [[.withInternetDateTime], [.withInternetDateTime, .withFractionalSeconds]] {
            reader.formatOptions = options
            if let date = reader.date(from: text) { return date }
        }
        return nil
    }
}
