import Foundation
import Testing
@testable import Cabinet

@Suite("The simulation")
struct SimulationTests {
    @Test("random commands by random callers never break a law", arguments: [1, 20, 300] as [UInt64])
    func random(seed: UInt64) async throws {
        let simulation = try await Simulation(seed: seed)
        try await simulation.run(steps: 360, sweepEvery: 120)
        // A simulation in which nothing happens proves nothing.
        for name in ["vote.cast", "poll.open", "poll.close", "meeting.advance", "attendance.record"] {
            #expect(simulation.done[name, default: 0] > 0, "seed \(seed): \(name) never succeeded")
        }
    }

    /// `ECABINET_SIMULATION=1000-1040` runs those seeds, long; a seed that fails fails again.
    @Test("… nor in a long run, when one is asked for", .enabled(if: !asked.isEmpty), arguments: asked)
    func long(seed: UInt64) async throws {
        try await Simulation(seed: seed).run(steps: 1500, sweepEvery: 250)
    }

    private static let asked: [UInt64] = {
        let bounds = (ProcessInfo.processInfo.environment["ECABINET_SIMULATION"] ?? "").split(separator: "-").compactMap { UInt64($0) }
        guard let first = bounds.first, let last = bounds.last, first <= last else { return [] }
        return Array(first...last)
    }()

    @Test("every command of the catalogue is one the simulation knows")
    func complete() async throws {
        let simulation = try await Simulation(seed: 7)
        for command in Catalogue.commands { try await simulation.perform(command.name.text) }
        let known = Set(simulation.done.keys).union(simulation.refused.keys)
        #expect(Set(Catalogue.commands.map { $0.name.text }) == known)
    }
}
