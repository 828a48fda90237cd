import Foundation
import Rules
import Testing

@Suite("Deadlines")
struct DeadlineTests {
    @Test(
        "golden vectors of the domain page",
        arguments: [
            ("vn-public", "2026-02-13 16:30", "8h", [], "2026-02-23 16:30"),
            ("vn-public", "2025-12-31 16:00", "8h", [], "2026-01-05 16:00"),
            ("vn-public", "2026-01-09 15:00", "8h", [], "2026-01-10 15:00"),
            ("vn-public", "2026-11-22 05:00", "4h", [], "2026-11-23 12:00"),
            ("vn-public", "2026-11-23 14:00", "8h", [], "2026-11-24 14:00"),
            ("vn-public-2411", "2026-11-23 14:00", "8h", [], "2026-11-25 14:00"),
            ("vn-public", "2026-08-19 00:00", "7d", [], "2026-08-27 17:00"),
            ("vn-public", "2026-08-19 14:00", "7d", [], "2026-08-27 17:00"),
            ("vn-public", "2026-08-19 23:59", "7d", [], "2026-08-27 17:00"),
            ("vn-public", "2026-03-02 08:00", "16h", ["2026-03-03 10:00", "2026-03-05 10:00"], "2026-03-05 17:00"),
            ("24x7", "2026-02-17 02:00", "4h", [], "2026-02-17 06:00"),
            ("24x7", "2026-02-17 02:00", "1d", [], "2026-02-19 00:00"),
            // A pause that takes nothing, one that takes whole days, one that takes a part of a day from a budget of days.
            ("vn-public", "2026-03-02 08:00", "8h", ["2026-03-02 17:00", "2026-03-03 08:00"], "2026-03-02 17:00"),
            ("vn-public", "2026-03-02 09:00", "3d", ["2026-03-03 08:00", "2026-03-05 08:00"], "2026-03-09 17:00"),
            ("vn-public", "2026-03-02 09:00", "3d", ["2026-03-03 14:00", "2026-03-03 16:00"], "2026-03-06 17:00"),
            ("vn-public", "2026-03-02 09:00", "3d", ["2026-03-02 10:00", "2026-03-02 16:00"], "2026-03-05 17:00"),
        ] as [(String, String, String, [String], String)])
    func golden(calendar: String, start: String, budget: String, pause: [String], due: String) throws {
        let clock = try WorkingCalendars.clock(calendar)
        let pauses = pause.isEmpty ? [] : [Pause(from: WorkingCalendars.at(pause[0]), to: WorkingCalendars.at(pause[1]))]
        let counted = clock.due(from: WorkingCalendars.at(start), budget: try #require(Budget(budget)), pauses: pauses)
        #expect(counted?.rfc3339 == WorkingCalendars.at(due).rfc3339)
    }

    @Test(
        "the way is told in words",
        arguments: [
            (
                "vn-public", "2026-02-13 16:30", "8h", [], "13/2 16:30–17:00: 30′; 14–22/2 nghỉ; 23/2 08:00–16:30: 7h30′. Tết Nguyên đán (16–20/2).",
                "13 Feb 16:30–17:00: 30′; 14–22 Feb off; 23 Feb 08:00–16:30: 7h30′. Lunar New Year (16–20 Feb)."
            ),
            (
                "vn-public", "2026-01-09 15:00", "8h", [], "9/1 15:00–17:00: 2h; 10/1 08:00–15:00: 6h. 10/1 làm bù cho 2/1 (nguồn: 12729/VPCP-KGVX, 25/12/2025).",
                "9 Jan 15:00–17:00: 2h; 10 Jan 08:00–15:00: 6h. 10 Jan worked for 2 Jan (source: 12729/VPCP-KGVX, 25/12/2025)."
            ),
            (
                "vn-public", "2026-03-02 08:00", "16h", ["2026-03-03 10:00", "2026-03-05 10:00"],
                "2/3 08:00–17:00: 8h; 3/3 08:00–10:00: 2h; 3/3 10:00 → 5/3 10:00 tạm dừng; 5/3 10:00–17:00: 6h.",
                "2 Mar 08:00–17:00: 8h; 3 Mar 08:00–10:00: 2h; 3 Mar 10:00 → 5 Mar 10:00 paused; 5 Mar 10:00–17:00: 6h."
            ),
            (
                "vn-public-2411", "2026-11-23 14:00", "8h", [],
                "23/11 14:00–17:00: 3h; 24/11 nghỉ; 25/11 08:00–14:00: 5h. Ngày Văn hóa Việt Nam (24/11; nguồn chưa xác nhận).",
                "23 Nov 14:00–17:00: 3h; 24 Nov off; 25 Nov 08:00–14:00: 5h. Vietnam Culture Day (24 Nov; source unconfirmed)."
            ),
            ("vn-public", "2026-11-09 08:00", "40h", [], "9–13/11 08:00–17:00: 40h.", "9–13 Nov 08:00–17:00: 40h."),
            ("24x7", "2026-02-17 02:00", "4h", [], "17/2 02:00–06:00: 4h.", "17 Feb 02:00–06:00: 4h."),
            ("24x7", "2026-02-17 20:00", "4h", [], "17/2 20:00–24:00: 4h.", "17 Feb 20:00–24:00: 4h."),
        ] as [(String, String, String, [String], String, String)])
    func words(calendar: String, start: String, budget: String, pause: [String], vi: String, en: String) throws {
        let pauses = pause.isEmpty ? [] : [Pause(from: WorkingCalendars.at(pause[0]), to: WorkingCalendars.at(pause[1]))]
        let budget = try #require(Budget(budget))
        let deadline = try #require(try WorkingCalendars.clock(calendar).deadline(from: WorkingCalendars.at(start), budget: budget, pauses: pauses))
        #expect(deadline.explanation.vi == vi)
        #expect(deadline.explanation.en == en)
    }

    @Test("days are told by their number")
    func daysInWords() throws {
        let deadline = try #require(try WorkingCalendars.clock("vn-public").deadline(from: WorkingCalendars.at("2026-08-19 10:00"), budget: .days(7)))
        #expect(
            deadline.explanation.vi.hasPrefix("19/8 không tính (ngày bắt đầu); 20–22/8: ngày 1–3; 23/8 nghỉ; 24–27/8: ngày 4–7. 22/8 làm bù cho 31/8"),
            "\(deadline.explanation.vi)")
        #expect(!deadline.isProvisional)
        #expect(try JSONDecoder().decode(Deadline.self, from: JSONEncoder().encode(deadline)) == deadline)
    }

    @Test("a year's end is told with years, and unknown holidays are owned up to")
    func years() throws {
        let clock = try WorkingCalendars.clock("vn-public")
        let turn = try #require(clock.deadline(from: WorkingCalendars.at("2025-12-31 16:00"), budget: .minutes(480)))
        #expect(turn.explanation.vi.hasPrefix("31/12/2025 16:00–17:00: 1h; 1–4/1/2026 nghỉ; 5/1/2026 08:00–16:00: 7h."), "\(turn.explanation.vi)")
        let beyond = try #require(clock.deadline(from: WorkingCalendars.at("2028-01-20 10:00"), budget: .days(3)))
        #expect(beyond.isProvisional && beyond.explanation.vi.contains("tạm tính"))
        let tet2027 = try #require(clock.deadline(from: WorkingCalendars.at("2027-02-03 10:00"), budget: .days(3)))
        #expect(tet2027.isProvisional && tet2027.explanation.en.contains("source unconfirmed"))
    }

    @Test("outside the horizon nothing is due")
    func horizon() throws {
        let clock = try WorkingCalendars.clock("vn-public")
        #expect(clock.due(from: Timestamp(ms: .min), budget: .days(1)) == nil)
        #expect(clock.due(from: Timestamp(ms: .max), budget: .minutes(1)) == nil)
        #expect(clock.due(from: WorkingCalendars.at("2014-12-31 23:59"), budget: .minutes(1)) == nil)
        #expect(clock.due(from: WorkingCalendars.at("2049-12-31 16:59"), budget: .minutes(1)) == WorkingCalendars.at("2049-12-31 17:00"))
        #expect(clock.due(from: WorkingCalendars.at("2049-12-31 16:59"), budget: .minutes(2)) == nil)
        #expect(clock.due(from: WorkingCalendars.at("2049-12-31 08:00"), budget: .days(1)) == nil)
        let query = try DeadlineQuery(start: "2049-12-31T16:59:00+07:00", budget: "2m")
        #expect(throws: Refusal.invalid("/start", "deadline.out-of-range", ["from": "2015", "to": "2049"])) { try query.deadline(by: clock) }
    }

    @Test(
        "officers are told in working hours",
        arguments: [
            ("2026-11-23 10:00", "2026-11-23 10:00"), ("2026-11-23 12:00", "2026-11-23 13:00"), ("2026-11-23 08:00", "2026-11-23 08:00"), ("2026-11-23 23:59", "2026-11-24 08:00"),
            ("2026-02-13 17:00", "2026-02-23 08:00"),
        ])
    func working(instant: String, told: String) throws {
        #expect(try WorkingCalendars.clock("vn-public").workingInstant(atOrAfter: WorkingCalendars.at(instant)) == WorkingCalendars.at(told))
    }

    @Test("seconds are kept, not rounded")
    func seconds() throws {
        let start = try #require(Timestamp(rfc3339: "2026-11-23T11:59:30.250+07:00"))
        #expect(try WorkingCalendars.clock("vn-public").due(from: start, budget: .minutes(1))?.rfc3339 == "2026-11-23T13:00:30.250+07:00")
    }

    @Test("a new version moves only what it touches")
    func change() throws {
        let old = try WorkingCalendars.clock("vn-public")
        let starts = ["2026-11-20 09:00", "2026-11-23 14:00", "2026-11-26 09:00"].map(WorkingCalendars.at)
        let running = try starts.map { start in
            let due = try #require(old.due(from: start, budget: .minutes(480)))
            return CalendarChange.Running(start: start, budget: .minutes(480), pauses: [], due: due)
        }
        let moves = CalendarChange(to: try WorkingCalendars.clock("vn-public-2411")).moves(of: running)
        #expect(moves.map(\.index) == [1])
        #expect(moves.first?.after == WorkingCalendars.at("2026-11-25 14:00"))
    }
}
