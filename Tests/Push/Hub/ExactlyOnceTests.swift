import Rules
import Testing

@testable import Push

@Suite struct ExactlyOnceTests {
    @Test("every reader sees each event he may see exactly once and in order", .timeLimit(.minutes(2)), arguments: 1...3 as ClosedRange<UInt64>)
    func unchanged(seed: UInt64) async throws {
        let simulation = try await Simulation(seed: seed, members: 9)
        for _ in 0..<300 { try await simulation.step(changingGrants: false) }
        try await simulation.settle()
        for member in simulation.members {
            let expected = simulation.audiences.enumerated().filter { $0.element.admits(member.grants) }.map { Int64($0.offset + 1) }
            #expect(member.applied == expected, "\(member.name), seed \(seed)")
        }
        #expect(simulation.meter.frames.value > 100)
    }

    @Test("when grants change, nothing is shown by old ones and nothing is lost", .timeLimit(.minutes(2)), arguments: 101...103 as ClosedRange<UInt64>)
    func changing(seed: UInt64) async throws {
        let simulation = try await Simulation(seed: seed, members: 9)
        for _ in 0..<300 { try await simulation.step(changingGrants: true) }
        try await simulation.settle()
        for (index, member) in simulation.members.enumerated() {
            #expect(member.applied == Set(member.applied).sorted(), "\(member.name), seed \(seed): once and in order")
            let seen = Set(member.applied)
            // An event may be read late, by what its reader may see then; never by what he could see before it.
            var later: Set<Set<Grant>> = []
            for offset in simulation.audiences.indices.reversed() {
                later.insert(simulation.grantsHistory[offset][index])
                let admitting = later.filter(simulation.audiences[offset].admits)
                let seq = Int64(offset + 1)
                if admitting.count == later.count { #expect(seen.contains(seq), "\(member.name) missed \(seq), seed \(seed)") }
                if admitting.isEmpty { #expect(!seen.contains(seq), "\(member.name) saw \(seq), seed \(seed)") }
            }
        }
    }
}
