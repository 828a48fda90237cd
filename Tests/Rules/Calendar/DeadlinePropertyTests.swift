import Rules
import Testing

/// Counts minute by minute what the engine finds by search.
private struct NaiveClock {
    let calendar: CalendarVersion
    private let firstDay: CivilDate
    /// For every minute since the first day whether it is worked.
    private let isWorked: [Bool]

    init(calendar: CalendarVersion, from first: CivilDate, days: Int) {
        self.calendar = calendar
        firstDay = first
        var isWorked = [Bool](repeating: false, count: days * 1440)
        for day in 0..<days {
            for interval in Self.hours(first.adding(days: day), calendar) {
                for minute in interval.from..<interval.to { isWorked[day * 1440 + minute] = true }
            }
        }
        self.isWorked = isWorked
    }

    func hours(_ date: CivilDate) -> [WorkInterval] { Self.hours(date, calendar) }

    private static func hours(_ date: CivilDate, _ calendar: CalendarVersion) -> [WorkInterval] {
        if calendar.swaps.contains(where: { $0.off == date }) { return [] }
        if let swap = calendar.swaps.first(where: { $0.work == date }) { return calendar.hours[swap.off.weekday] }
        if calendar.holidays.contains(where: { $0.covers(date) }) { return [] }
        return calendar.hours[date.weekday]
    }

    private func minute(_ instant: Timestamp) -> Int {
        let local = instant.inVietnam
        return (local.date.daysSinceEpoch - firstDay.daysSinceEpoch) * 1440 + local.hour * 60 + local.minute
    }

    func due(from start: Timestamp, minutes: Int, pauses: [Pause]) -> Timestamp {
        let first = minute(start)
        let spans = pauses.map { (minute($0.from), minute($0.to!)) }
        var now = first
        var left = minutes
        while true {
            var counts = isWorked[now]
            for span in spans where span.0 <= now && now < span.1 { counts = false }
            now += 1
            if counts { left -= 1 }
            if left == 0 { return start + Int64(now - first) * 60 }
        }
    }

    func due(from start: Timestamp, days: Int) -> Timestamp {
        var date = start.inVietnam.date
        var left = days
        while true {
            date = date.adding(days: 1)
            guard let last = hours(date).last else { continue }
            left -= 1
            if left == 0 { return Timestamp(ms: LocalTime(date, hour: 0, minute: 0)!.instant().ms + Int64(last.to) * 60_000) }
        }
    }
}

@Suite("The deadline engine agrees with counting minute by minute")
struct DeadlinePropertyTests {
    static let casesPerSeed = 700

    @Test("budgets of minutes, with pauses", arguments: [1, 2, 3, 4] as [UInt64])
    func minutes(seed: UInt64) throws {
        var random = Seeded(seed)
        for _ in 0..<Self.casesPerSeed {
            let (clock, naive) = try Self.calendar(&random)
            let start = Self.start(&random)
            let minutes = Int.random(in: 1...2400, using: &random)
            let pauses = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                let from = start + Int64.random(in: -2000...9000, using: &random) * 60
                return Pause(from: from, to: from + Int64.random(in: 1...4000, using: &random) * 60)
            }
            let due = clock.due(from: start, budget: .minutes(minutes), pauses: pauses)
            #expect(due == naive.due(from: start, minutes: minutes, pauses: pauses), "\(start.rfc3339) \(minutes) \(pauses)")
            if let due {
                #expect(clock.minutes(from: start, to: due, pauses: pauses) == minutes)
                let deadline = try #require(clock.deadline(from: start, budget: .minutes(minutes), pauses: pauses))
                #expect(deadline.steps.reduce(0) { $0 + $1.workMS } == Int64(minutes) * 60_000, "the steps add up")
                #expect(deadline.steps.map(\.from) == deadline.steps.map(\.from).sorted())
            }
        }
    }

    @Test("budgets of days", arguments: [5, 6] as [UInt64])
    func days(seed: UInt64) throws {
        var random = Seeded(seed)
        for _ in 0..<Self.casesPerSeed * 2 {
            let (clock, naive) = try Self.calendar(&random)
            let start = Self.start(&random)
            let days = Int.random(in: 1...60, using: &random)
            let due = try #require(clock.due(from: start, budget: .days(days)))
            #expect(due == naive.due(from: start, days: days), "\(start.rfc3339) \(days)")
            #expect(clock.days(from: start, to: Timestamp(ms: due.ms - 1)) == days)
            let deadline = try #require(clock.deadline(from: start, budget: .days(days)))
            #expect(deadline.steps.compactMap(\.days).reduce(0) { $0 + $1.count } == days)
            // A pause never brings a due instant forward.
            let from = start + Int64.random(in: 0...500_000, using: &random)
            let pause = Pause(from: from, to: from + Int64.random(in: 1...500_000, using: &random))
            #expect(try #require(clock.due(from: start, budget: .days(days), pauses: [pause])) >= due)
        }
    }

    @Test("shares of a budget come in order, and 100 percent is the due instant", arguments: [7] as [UInt64])
    func shares(seed: UInt64) throws {
        var random = Seeded(seed)
        for _ in 0..<Self.casesPerSeed {
            let (clock, _) = try Self.calendar(&random)
            let start = Self.start(&random)
            let budget: Budget = Bool.random(using: &random) ? .days(Int.random(in: 1...30, using: &random)) : .minutes(Int.random(in: 4...3000, using: &random))
            let instants = try [75, 100, 150, 200].map { try #require(clock.instant(atPercent: $0, of: budget, from: start)) }
            #expect(instants == instants.sorted())
            #expect(instants[1] == clock.due(from: start, budget: budget))
        }
    }

    private static func start(_ random: inout Seeded) -> Timestamp {
        // 2024 to mid-2027, on a full minute.
        Timestamp(ms: Int64.random(in: 28_400_000...30_240_000, using: &random) * 60_000)
    }

    private static let versions = ["vn-public", "vn-public-2411", "24x7"]
    private static let known: [(WorkClock, NaiveClock)] = {
        guard let first = CivilDate(iso: "2023-12-01") else { return [] }
        do {
            return try versions.map {
                (try WorkingCalendars.clock($0), NaiveClock(calendar: try WorkingCalendars.version($0), from: first, days: 2000))
            }
        } catch {
            Issue.record(error)
            return []
        }
    }()

    private static func calendar(_ random: inout Seeded) throws -> (WorkClock, NaiveClock) { try #require(known.randomElement(using: &random)) }
}
