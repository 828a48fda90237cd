import Foundation
import Rules
import Testing

@Suite("Working calendars")
struct CalendarVersionTests {
    @Test("the seeds can be used and are written back as they were read", arguments: ["vn-public", "vn-public-2411", "24x7"])
    func seeds(id: String) throws {
        let version = try WorkingCalendars.version(id)
        #expect(version.faults.isEmpty && version.id.text == id && !version.legalSource.isEmpty)
        #expect(try JSONDecoder().decode(CalendarVersion.self, from: JSONEncoder().encode(version)) == version)
        _ = try WorkClock(version)
    }

    @Test("swaps move a day's hours", arguments: [("2026-01-02", false), ("2026-01-10", true), ("2026-08-22", true), ("2026-08-31", false), ("2025-04-26", true), ("2024-05-04", true)])
    func swaps(day: String, works: Bool) throws {
        let date = try #require(CivilDate(iso: day))
        #expect(try WorkingCalendars.clock("vn-public").hours(on: date)?.isEmpty == !works)
    }

    /// PyPI `holidays` 0.109 for VN, 2024–2027, as days without work: its holidays and weekends, with its working weekends.
    /// Differences are reviewed here: it has 24/11 as law, and lacks the swap of 2/1/2026 for 10/1/2026.
    @Test("agrees with an independent list of holidays but for the reviewed differences")
    func independent() throws {
        let off = [
            "2024-01-01", "2024-02-08", "2024-02-09", "2024-02-12", "2024-02-13", "2024-02-14", "2024-04-18", "2024-04-29", "2024-04-30", "2024-05-01",
            "2024-09-02", "2024-09-03", "2025-01-01", "2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-04-07", "2025-04-30",
            "2025-05-01", "2025-05-02", "2025-09-01", "2025-09-02", "2026-01-01", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20",
            "2026-04-27", "2026-04-30", "2026-05-01", "2026-08-31", "2026-09-01", "2026-09-02", "2026-11-24", "2027-01-01", "2027-02-04", "2027-02-05",
            "2027-02-08", "2027-02-09", "2027-02-10", "2027-04-16", "2027-04-30", "2027-05-03", "2027-09-02", "2027-09-03", "2027-11-24",
        ]
        let working = ["2024-05-04", "2025-04-26", "2026-08-22"]
        let clock = try WorkingCalendars.clock("vn-public")
        var differences: [String] = []
        var date = try #require(CivilDate(iso: "2024-01-01"))
        while date.year < 2028 {
            let isWeekend = date.weekday == .saturday || date.weekday == .sunday
            let expected = off.contains("\(date)") || (isWeekend && !working.contains("\(date)"))
            if clock.hours(on: date)?.isEmpty != expected { differences.append("\(date)") }
            date = date.adding(days: 1)
        }
        #expect(differences == ["2026-01-02", "2026-01-10", "2026-11-24", "2027-11-24"])
    }

    @Test("broken data is named, not loaded")
    func faults() throws {
        var version = try WorkingCalendars.version("vn-public")
        version.hours = WeeklyHours { _ in nil }
        #expect(version.faults.contains(CalendarFault("/hours", .noHours)))
        #expect(throws: CalendarFault.self) { try WorkClock(version) }

        version = try WorkingCalendars.version("vn-public")
        version.hours.monday = [try #require(WorkInterval("08:00-12:00")), try #require(WorkInterval("11:00-17:00"))]
        #expect(version.faults == [CalendarFault("/hours/monday", .hoursOverlap)])

        version = try WorkingCalendars.version("vn-public")
        let sunday = try #require(CivilDate(iso: "2026-11-22"))
        let monday = try #require(CivilDate(iso: "2026-11-23"))
        version.swaps = [.init(off: sunday, work: monday, source: "", status: .confirmed), .init(off: monday, work: sunday, source: "", status: .confirmed)]
        #expect(
            version.faults == [
                CalendarFault("/swaps/0/off", .swapOffNotWorking), CalendarFault("/swaps/0/work", .swapWorkNotResting), CalendarFault("/swaps/1/off", .swapTwice),
                CalendarFault("/swaps/1/work", .swapTwice),
            ])
    }

    @Test("hours are read strictly", arguments: ["8:00-12:00", "08:00-08:00", "12:00-08:00", "08:00-24:01", "08:60-09:00", "08:00–12:00", ""])
    func hours(text: String) { #expect(WorkInterval(text) == nil) }
}
