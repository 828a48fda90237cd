import Foundation
import Rules
import Synchronization

/// The `Date` field (RFC 9110 §5.6.7), written once a second.
final class HTTPDates: Sendable {
    private let written = Mutex((second: Int64.min, text: ""))

    private static let style = Date.VerbatimFormatStyle(
        format: """
            \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4)) \
            \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits) GMT
            """,
        locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt, calendar: Calendar(identifier: .gregorian))

    func text(at instant: Timestamp) -> String {
        let second = instant.ms / 1000
        return written.withLock { written in
            if written.second != second { written = (second, Date(timeIntervalSince1970: TimeInterval(second)).formatted(Self.style)) }
            return written.text
        }
    }
}
