import Foundation
import Rules
import Testing

/// The seeded calendars, ready for counting.
enum WorkingCalendars {
    static func version(_ id: String) throws -> CalendarVersion {
        try JSONDecoder().decode(CalendarVersion.self, from: Chamber.file("Storage/Seeds/calendars/\(id).json"))
    }

    static func clock(_ id: String) throws -> WorkClock { try WorkClock(version(id)) }

    /// `2026-02-13 16:30` by the wall of Viet Nam.
    static func at(_ text: String) -> Timestamp {
        Timestamp(rfc3339: text.replacingOccurrences(of: " ", with: "T") + ":00+07:00")!
    }
}
