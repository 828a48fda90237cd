import Foundation
import Rules
import Testing

@Suite("Days")
struct CivilDateTests {
    @Test("leap years, centuries and the 400-year rule", arguments: [(2024, true), (2026, false), (1900, false), (2000, true), (2100, false), (0, true)])
    func leap(year: Int, isLeap: Bool) {
        #expect(CivilDate.isLeap(year) == isLeap)
        #expect((CivilDate(year: year, month: 2, day: 29) != nil) == isLeap)
    }

    @Test("days that do not exist are none", arguments: [(2026, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0), (10_000, 1, 1), (-1, 1, 1)])
    func impossible(year: Int, month: Int, day: Int) { #expect(CivilDate(year: year, month: month, day: day) == nil) }

    @Test("every day of 0001–2600 follows the day before it, and comes back from its number")
    func everyDay() throws {
        var date = try #require(CivilDate(year: 1, month: 1, day: 1))
        var number = date.daysSinceEpoch
        #expect(number == -719_162)
        while date.year < 2600 {
            let next = date.adding(days: 1)
            let isMonthEnd = date.day == CivilDate.days(in: date.month, of: date.year)
            let isRight =
                isMonthEnd
                ? next.day == 1 && next.month == date.month % 12 + 1 && next.year == date.year + (date.month == 12 ? 1 : 0)
                : next.day == date.day + 1 && next.month == date.month && next.year == date.year
            guard isRight, next.daysSinceEpoch == number + 1 else {
                Issue.record("\(date) is followed by \(next)")
                return
            }
            date = next
            number += 1
        }
    }

    @Test("weekdays", arguments: [
        ("1970-01-01", Weekday.thursday), ("2026-11-22", .sunday), ("2026-11-23", .monday), ("2000-02-29", .tuesday), ("1945-09-02", .sunday),
    ])
    func weekday(text: String, weekday: Weekday) { #expect(CivilDate(iso: text)?.weekday == weekday) }

    @Test("agrees with Foundation's calendar in Asia/Ho_Chi_Minh since 1976")
    func foundation() throws {
        var calendar = Foundation.Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "Asia/Ho_Chi_Minh"))
        var random = Seeded(7)
        for _ in 0..<3000 {
            let instant = Timestamp(ms: Int64.random(in: 200_000_000_000...4_000_000_000_000, using: &random))
            let parts = calendar.dateComponents(
                [.year, .month, .day, .hour, .minute, .second, .weekday], from: Date(timeIntervalSince1970: Double(instant.ms / 1000)))
            let local = instant.inVietnam
            #expect(
                [local.date.year, local.date.month, local.date.day, local.hour, local.minute, local.second, local.date.weekday.rawValue % 7 + 1]
                    == [parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second, parts.weekday])
            #expect(local.instant() == instant)
        }
    }

    @Test("JSON is the ISO day")
    func json() throws {
        let date = try #require(CivilDate(year: 2026, month: 2, day: 5))
        #expect(String(decoding: try JSONEncoder().encode([date]), as: UTF8.self) == #"["2026-02-05"]"#)
        #expect(try JSONDecoder().decode([CivilDate].self, from: Data(#"["2026-02-05"]"#.utf8)) == [date])
        #expect(CivilDate(iso: "2026-2-5") == nil && CivilDate(iso: "2026-02-05 ") == nil && CivilDate(iso: "２０26-02-05") == nil)
    }
}
