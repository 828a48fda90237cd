import Rules
import Testing

@Suite("What /deadlines reads")
struct DeadlineQueryTests {
    @Test("start, budget and pauses")
    func reads() throws {
        let query = try DeadlineQuery(
            start: "2026-03-02T08:00:00+07:00", budget: "16h", pauses: ["2026-03-03T10:00:00+07:00/2026-03-05T03:00:00Z"])
        #expect(query.budget == .minutes(960))
        #expect(query.pauses == [Pause(from: WorkingCalendars.at("2026-03-03 10:00"), to: WorkingCalendars.at("2026-03-05 10:00"))])
        let deadline = try query.deadline(by: WorkingCalendars.clock("vn-public"))
        #expect(deadline.due.rfc3339 == "2026-03-05T17:00:00+07:00")
        // A plus that was not escaped.
        #expect(try DeadlineQuery(start: "2026-03-02T08:00:00 07:00", budget: "16h").start == query.start)
    }

    @Test(
        "every parameter that cannot be read is named",
        arguments: [
            (nil, "8h", [], ["/start field.required"]), ("", nil, [], ["/start field.required", "/budget field.required"]),
            ("2026-02-30T08:00:00Z", "8h", [], ["/start deadline.start"]), ("2026-03-02", "8h", [], ["/start deadline.start"]),
            ("2026-03-02T08:00:00Z", "0h", [], ["/budget deadline.budget"]), ("2026-03-02T08:00:00Z", "-1h", [], ["/budget deadline.budget"]),
            ("2026-03-02T08:00:00Z", "8", [], ["/budget deadline.budget"]), ("2026-03-02T08:00:00Z", "8hh", [], ["/budget deadline.budget"]),
            ("2026-03-02T08:00:00Z", "99999999d", [], ["/budget deadline.budget"]), ("2026-03-02T08:00:00Z", "2001d", [], ["/budget deadline.budget"]),
            ("2026-03-02T08:00:00Z", "８h", [], ["/budget deadline.budget"]),
            ("2026-03-02T08:00:00Z", "8h", ["2026-03-02T08:00:00Z"], ["/pause deadline.pause"]),
            ("2026-03-02T08:00:00Z", "8h", ["a/b", "2026-03-02T08:00:00Z/2026-03-02T08:00:00Z"], ["/pause deadline.pause", "/pause deadline.pause-backwards"]),
        ] as [(String?, String?, [String], [String])])
    func refuses(start: String?, budget: String?, pauses: [String], expected: [String]) throws {
        let refusal = try #require(throws: Refusal.self) { try DeadlineQuery(start: start, budget: budget, pauses: pauses) }
        #expect(refusal.code == .requestInvalid)
        #expect(refusal.fields.map { "\($0.pointer) \($0.reason)" } == expected)
    }

    @Test("budgets are written as they are read", arguments: ["8h", "90m", "7d", "1h", "2000d"])
    func budgets(text: String) throws { #expect(try #require(Budget(text)).description == text) }

    @Test("half a budget is never nothing")
    func halves() {
        #expect(Budget.days(5).halved == .days(3) && Budget.days(1).halved == .days(1) && Budget.minutes(240).halved == .minutes(120))
        #expect(Budget.minutes(1).share(1) == .minutes(1))
    }
}
