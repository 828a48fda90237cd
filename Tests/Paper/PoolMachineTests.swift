import PaperWire
import Testing
@testable import Paper

@Suite("The pool's state machine")
struct PoolMachineTests {
    typealias Ticket = PoolMachine.Ticket

    static func machine(
        workers: Int = 2, waiting: Int = 10, backgroundWaiting: Int = 8, reserved: Int = 1, streak: Int = 3, jobsPerWorker: Int = 500
    ) -> PoolMachine {
        var machine = PoolMachine(
            limits: .init(
                workers: workers, waiting: waiting, backgroundWaiting: backgroundWaiting, reserved: reserved, streak: streak,
                jobsPerWorker: jobsPerWorker, firstRestMS: 250, longestRestMS: 10_000))
        _ = machine.open()
        for slot in 0..<workers { _ = machine.started(slot) }
        return machine
    }

    @Test("opening starts every worker, once")
    func opening() {
        var machine = PoolMachine(limits: .init(workers: 3, waiting: 1, backgroundWaiting: 1, reserved: 1, streak: 1, jobsPerWorker: 1, firstRestMS: 1, longestRestMS: 1))
        #expect(machine.open() == [.start(slot: 0), .start(slot: 1), .start(slot: 2)])
        #expect(machine.open() == [])
    }

    @Test("a job waits for a worker that is starting")
    func early() {
        var machine = PoolMachine(limits: .init(workers: 1, waiting: 5, backgroundWaiting: 5, reserved: 1, streak: 1, jobsPerWorker: 9, firstRestMS: 1, longestRestMS: 1))
        _ = machine.open()
        #expect(machine.submit(Ticket(number: 1), .interactive) == [])
        #expect(machine.started(0) == [.assign(Ticket(number: 1), slot: 0)])
    }

    @Test("interactive jobs go before background ones that came first")
    func priority() {
        var machine = Self.machine(workers: 1)
        #expect(machine.submit(Ticket(number: 1), .background) == [.assign(Ticket(number: 1), slot: 0)])
        #expect(machine.submit(Ticket(number: 2), .background) == [])
        #expect(machine.submit(Ticket(number: 3), .interactive) == [])
        #expect(machine.answered(0) == [.deliver(Ticket(number: 1)), .assign(Ticket(number: 3), slot: 0)])
    }

    @Test("background jobs leave one worker free for readers")
    func reserve() {
        var machine = Self.machine(workers: 2)
        #expect(machine.submit(Ticket(number: 1), .background).count == 1)
        #expect(machine.submit(Ticket(number: 2), .background) == [])
        #expect(machine.submit(Ticket(number: 3), .interactive) == [.assign(Ticket(number: 3), slot: 1)])
    }

    @Test("a background job is not starved by readers")
    func streak() {
        var machine = Self.machine(workers: 1, waiting: 50, streak: 3)
        _ = machine.submit(Ticket(number: 100), .interactive)
        _ = machine.submit(Ticket(number: 200), .background)
        for number in 1...10 { _ = machine.submit(Ticket(number: UInt64(number)), .interactive) }
        var order: [UInt64] = []
        for _ in 0..<5 {
            for case .assign(let ticket, _) in machine.answered(0) { order.append(ticket.number) }
        }
        #expect(order == [1, 2, 3, 200, 4])
    }

    @Test("the queue is bounded, and background jobs may not fill it")
    func bounds() {
        var machine = Self.machine(workers: 1, waiting: 4, backgroundWaiting: 2)
        _ = machine.submit(Ticket(number: 0), .interactive)
        #expect(machine.submit(Ticket(number: 1), .background) == [])
        #expect(machine.submit(Ticket(number: 2), .background) == [])
        #expect(machine.submit(Ticket(number: 3), .background) == [.fail(Ticket(number: 3), .busy)])
        #expect(machine.submit(Ticket(number: 4), .interactive) == [])
        #expect(machine.submit(Ticket(number: 5), .interactive) == [])
        #expect(machine.submit(Ticket(number: 6), .interactive) == [.fail(Ticket(number: 6), .busy)])
        #expect(machine.expire(Ticket(number: 4)) == [.fail(Ticket(number: 4), .busy)])
        #expect(machine.expire(Ticket(number: 0)) == [])
        #expect(machine.submit(Ticket(number: 7), .interactive) == [])
    }

    @Test("a worker is replaced after its five hundredth job, and not before")
    func replacement() {
        var machine = Self.machine(workers: 1, jobsPerWorker: 500)
        for number in 1...499 {
            _ = machine.submit(Ticket(number: UInt64(number)), .interactive)
            #expect(machine.answered(0) == [.deliver(Ticket(number: UInt64(number)))])
        }
        _ = machine.submit(Ticket(number: 500), .interactive)
        #expect(machine.answered(0) == [.deliver(Ticket(number: 500)), .stop(slot: 0)])
        #expect(machine.submit(Ticket(number: 501), .interactive) == [])
        #expect(machine.died(0, .retired) == [.start(slot: 0)])
        #expect(machine.started(0) == [.assign(Ticket(number: 501), slot: 0)])
    }

    @Test("a dead worker costs its job, and that job alone", arguments: [(WorkerDeath.withJob("signal 11"), PaperFault.crashed("signal 11")), (.overran, .timedOut)])
    func crash(_ death: WorkerDeath, _ fault: PaperFault) {
        var machine = Self.machine(workers: 1)
        _ = machine.submit(Ticket(number: 1), .interactive)
        _ = machine.submit(Ticket(number: 2), .interactive)
        #expect(machine.died(0, death) == [.fail(Ticket(number: 1), fault), .start(slot: 0)])
        #expect(machine.started(0) == [.assign(Ticket(number: 2), slot: 0)])
    }

    @Test("a job that was not read is tried once more, at the head of the queue, and only once")
    func retry() {
        var machine = Self.machine(workers: 1)
        _ = machine.submit(Ticket(number: 1), .interactive)
        _ = machine.submit(Ticket(number: 2), .interactive)
        #expect(machine.died(0, .beforeReading("exit 1")) == [.start(slot: 0)])
        #expect(machine.started(0) == [.assign(Ticket(number: 1), slot: 0)])
        let end = machine.died(0, .beforeReading("exit 1"))
        #expect(end.first == .fail(Ticket(number: 1), .unavailable("exit 1")))
    }

    @Test("workers that do not start are tried ever more rarely, and jobs are told")
    func backOff() {
        var machine = Self.machine(workers: 1)
        var rests: [Int] = []
        #expect(machine.died(0, .beforeReading("exit 127")) == [.start(slot: 0)])
        for _ in 0..<9 {
            let actions = machine.died(0, .notStarted("ENOENT"))
            for case .startAfter(_, let restMS) in actions { rests.append(restMS) }
            #expect(machine.submit(Ticket(number: 1), .interactive) == [.fail(Ticket(number: 1), .unavailable("workers do not start"))])
            #expect(machine.rested(0) == [.start(slot: 0)])
        }
        #expect(rests == [250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000, 10_000])
        _ = machine.started(0)
        #expect(machine.submit(Ticket(number: 2), .interactive) == [.assign(Ticket(number: 2), slot: 0)])
        _ = machine.answered(0)
        #expect(machine.died(0, .beforeReading("signal 9")) == [.start(slot: 0)])
    }

    @Test("documents that kill workers do not make the pool rest")
    func poison() {
        var machine = Self.machine(workers: 1)
        for number in UInt64(1)...20 {
            #expect(machine.submit(Ticket(number: number), .interactive) == [.assign(Ticket(number: number), slot: 0)])
            #expect(machine.died(0, .withJob("signal 11")).last == .start(slot: 0))
            _ = machine.started(0)
        }
    }

    @Test("a cancelled job is dropped where it waits, and ends unheard where it runs")
    func cancelling() {
        var machine = Self.machine(workers: 1)
        _ = machine.submit(Ticket(number: 1), .interactive)
        _ = machine.submit(Ticket(number: 2), .interactive)
        #expect(machine.cancel(Ticket(number: 2)) == true)
        #expect(machine.cancel(Ticket(number: 1)) == true)
        #expect(machine.answered(0) == [])
        #expect(machine.cancel(Ticket(number: 1)) == false)
    }

    @Test("closing fails what waits, finishes what runs, and ends when the last worker is gone")
    func closing() {
        var machine = Self.machine(workers: 2)
        _ = machine.submit(Ticket(number: 1), .background)
        _ = machine.submit(Ticket(number: 2), .background)
        #expect(machine.close() == [.fail(Ticket(number: 2), .unavailable("the worker pool is shut")), .stop(slot: 1)])
        #expect(machine.submit(Ticket(number: 3), .interactive) == [.fail(Ticket(number: 3), .unavailable("the worker pool is shut"))])
        #expect(machine.died(1, .retired) == [])
        #expect(machine.answered(0) == [.deliver(Ticket(number: 1)), .stop(slot: 0)])
        #expect(machine.died(0, .retired) == [.closed])
        #expect(machine.close() == [])
    }
}
