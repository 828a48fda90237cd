import PaperWire
import Testing
@testable import Paper

/// Random events in every order that can happen, against the laws written above `PoolMachine`.
@Suite("The pool, whatever happens")
struct PoolSimulationTests {
    typealias Ticket = PoolMachine.Ticket

    struct World {
        enum Worker { case none, starting, idle, busy(Ticket), stopping, resting }

        var machine: PoolMachine
        var workers: [Worker]
        var jobsInLife: [Int]
        var attempts: [Ticket: Int] = [:]
        var priorities: [Ticket: JobPriority] = [:]
        var open: Set<Ticket> = []
        var ended: Set<Ticket> = []
        var cancelled: Set<Ticket> = []
        var isClosed = false
        let limits: PoolMachine.Limits

        init(_ limits: PoolMachine.Limits) {
            self.limits = limits
            machine = PoolMachine(limits: limits)
            workers = Array(repeating: .none, count: limits.workers)
            jobsInLife = Array(repeating: 0, count: limits.workers)
            obey(machine.open(), answering: nil)
        }

        mutating func end(_ ticket: Ticket) {
            #expect(open.remove(ticket) != nil, "ticket \(ticket.number) ended twice")
            ended.insert(ticket)
        }

        mutating func obey(_ actions: [PoolMachine.Action], answering: Ticket?) {
            for action in actions {
                switch action {
                case .start(let slot):
                    guard case .none = workers[slot] else { Issue.record("two workers in one slot"); return }
                    workers[slot] = .starting
                    jobsInLife[slot] = 0
                case .startAfter(let slot, _):
                    guard case .none = workers[slot] else { Issue.record("a rest in a slot with a worker"); return }
                    workers[slot] = .resting
                case .assign(let ticket, let slot):
                    guard case .idle = workers[slot] else { Issue.record("two jobs in flight on a worker"); return }
                    #expect(open.contains(ticket))
                    workers[slot] = .busy(ticket)
                    jobsInLife[slot] += 1
                    #expect(jobsInLife[slot] <= limits.jobsPerWorker)
                    attempts[ticket, default: 0] += 1
                    #expect(attempts[ticket]! <= 2)
                    checkReserve()
                case .stop(let slot):
                    guard case .idle = workers[slot] else { Issue.record("a busy worker was stopped"); return }
                    workers[slot] = .stopping
                case .deliver(let ticket):
                    #expect(ticket == answering)
                    end(ticket)
                case .fail(let ticket, _): end(ticket)
                case .closed: isClosed = true
                }
            }
        }

        func checkReserve() {
            let background = workers.count {
                if case .busy(let ticket) = $0 { priorities[ticket] == .background } else { false }
            }
            #expect(background <= max(1, limits.workers - limits.reserved))
        }

        mutating func submit(_ number: UInt64, _ priority: JobPriority) {
            let ticket = Ticket(number: number)
            open.insert(ticket)
            priorities[ticket] = priority
            obey(machine.submit(ticket, priority), answering: nil)
            #expect(machine.waitingCount <= limits.waiting + limits.workers, "retried jobs alone may go beyond the limit")
        }

        mutating func step(_ slot: Int, _ random: inout SeededRandom) {
            switch workers[slot] {
            case .none: break
            case .resting:
                workers[slot] = .none
                obey(machine.rested(slot), answering: nil)
            case .starting:
                if Int.random(in: 0..<10, using: &random) == 0 {
                    die(slot, .notStarted("no"))
                } else {
                    workers[slot] = .idle
                    obey(machine.started(slot), answering: nil)
                }
            case .idle: if Int.random(in: 0..<20, using: &random) == 0 { die(slot, .beforeReading("idle")) }
            case .busy(let ticket):
                switch Int.random(in: 0..<10, using: &random) {
                case 0: die(slot, .beforeReading("early"))
                case 1: die(slot, .withJob("signal 11"))
                case 2: die(slot, .overran)
                default:
                    workers[slot] = .idle
                    obey(machine.answered(slot), answering: ticket)
                }
            case .stopping: die(slot, .retired)
            }
        }

        mutating func die(_ slot: Int, _ death: WorkerDeath) {
            workers[slot] = .none
            obey(machine.died(slot, death), answering: nil)
        }
    }

    @Test("loses no job, doubles no worker, outlives none", arguments: UInt64(1)...100)
    func run(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var world = World(
            .init(
                workers: Int.random(in: 1...4, using: &random), waiting: 12, backgroundWaiting: 8, reserved: Int.random(in: 0...2, using: &random),
                streak: 4, jobsPerWorker: Int.random(in: 1...7, using: &random), firstRestMS: 1, longestRestMS: 8))
        var next: UInt64 = 0
        for _ in 0..<600 {
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<4:
                next += 1
                world.submit(next, JobPriority.allCases.randomElement(using: &random)!)
            case 4:
                if let ticket = world.open.sorted(by: { $0.number < $1.number }).randomElement(using: &random) {
                    #expect(world.machine.cancel(ticket) == true)
                    world.end(ticket)
                }
            case 5:
                if let ticket = world.open.sorted(by: { $0.number < $1.number }).randomElement(using: &random) {
                    world.obey(world.machine.expire(ticket), answering: nil)
                }
            default: world.step(Int.random(in: 0..<world.workers.count, using: &random), &random)
            }
        }
        if Bool.random(using: &random) { world.obey(world.machine.close(), answering: nil) }
        // Left alone, everything that was asked comes to an end.
        for _ in 0..<2000 where !world.open.isEmpty { world.step(Int.random(in: 0..<world.workers.count, using: &random), &random) }
        #expect(world.open.isEmpty)
        #expect(world.ended.count == Int(next))
        world.obey(world.machine.close(), answering: nil)
        for _ in 0..<2000 where !world.isClosed { world.step(Int.random(in: 0..<world.workers.count, using: &random), &random) }
        #expect(world.isClosed)
        #expect(world.machine.running.isEmpty && world.machine.waitingCount == 0)
    }
}
