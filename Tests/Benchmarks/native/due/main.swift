// How many due instants a second one core computes: `due_instants CALENDAR.json SECONDS`. Compiled together with Sources/Rules.
import Foundation

let calendar = try JSONDecoder().decode(CalendarVersion.self, from: Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1])))
let clock = try WorkClock(calendar)
let seconds = Double(CommandLine.arguments[2])!
let first: Int64 = 1_767_225_600_000  // 1 January 2026
var (computed, sum) = (0, Int64(0))
let begun = ContinuousClock.now
while ContinuousClock.now - begun < .seconds(seconds) {
    for n in 0..<10_000 {
        // Starts all over the year, budgets of minutes and of days.
        let start = Timestamp(ms: first + Int64((computed &+ n) &* 7_919 % 525_600) * 60_000)
        let due = clock.due(from: start, budget: n.isMultiple(of: 2) ? .minutes(60 + n % 2400) : .days(1 + n % 15))
        sum &+= due?.ms ?? 0
    }
    computed += 10_000
}
let elapsed = ContinuousClock.now - begun
print("{\"computed\":\(computed),\"seconds\":\(Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18),\"check\":\(sum)}")
