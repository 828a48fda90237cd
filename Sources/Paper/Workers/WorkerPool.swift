public import Logging
import NIOPosix
public import PaperWire

/// The workers, and the queue before them: one job in flight per process, deadlines, replacement.
///
/// What happens when is decided by `PoolMachine`; each worker's pipes belong to a `WorkerLife` on a thread of the pool's
/// own. Jobs change nothing but their output file, so a job may safely be tried twice; it is, once, only where its first
/// worker died before it could have read it, because a job that was read may be what killed the worker.
///
/// A pool keeps itself alive from its first job on until `shutdown`.
public actor WorkerPool {
    private struct Waiter {
        let errand: WorkerErrand
        let continuation: CheckedContinuation<Reply, any Error>
        let expiry: Task<Void, Never>
    }

    public nonisolated let configuration: Configuration
    nonisolated let logger: Logger
    private let threads: NIOThreadPool
    private let launch: WorkerLaunch
    /// Papers on their way to be set.
    nonisolated let papers: Incoming
    private let events: AsyncStream<WorkerEvent>
    private let report: AsyncStream<WorkerEvent>.Continuation
    private var machine: PoolMachine
    private var waiters: [PoolMachine.Ticket: Waiter] = [:]
    private var mailboxes: [Int: WorkerMailbox] = [:]
    private var rests: [Int: Task<Void, Never>] = [:]
    private var listener: Task<Void, Never>?
    private var closing: [CheckedContinuation<Void, Never>] = []
    private var isClosed = false
    private var lastTicket: UInt64 = 0
    var counts = PoolStatus.Counts()

    /// Makes the pool's folder; no process yet. Blocks; for start-up.
    public init(configuration: Configuration, logger: Logger) throws {
        precondition(configuration.workers > 0, "a pool has at least one worker")
        self.configuration = configuration
        self.logger = logger
        launch = try WorkerLaunch(configuration)
        papers = try Incoming(folder: Disk.absolute(configuration.folder) + "/papers")
        threads = NIOThreadPool(numberOfThreads: configuration.workers)
        // Bounded by nature: a life says at most a few things before it waits for the pool again.
        (events, report) = AsyncStream.makeStream()
        machine = PoolMachine(limits: .init(configuration))
    }

    /// Starts the workers, so that the first reader need not wait for them. The first job does the same.
    public func start() {
        guard listener == nil, !isClosed else { return }
        threads.start()
        listener = Task { for await event in events { hear(event) } }
        apply(machine.open())
    }

    /// Has one job done.
    ///
    /// Returns the reply, `Reply.refused` among them. Throws `PaperFault` (`busy`, `timedOut`, `crashed`, `unavailable`), or
    /// `CancellationError` where the task is cancelled: a waiting job is then dropped, a running one ends unheard.
    public func perform(_ job: Job, priority: JobPriority? = nil) async throws -> Reply {
        try Task.checkCancellation()
        let errand = WorkerErrand(job: job, frame: Frame.encode(try PaperWireJSON.encode(job)), deadlineMS: configuration.deadlineMS(of: job))
        let priority = priority ?? job.usualPriority
        start()
        lastTicket += 1
        let ticket = PoolMachine.Ticket(number: lastTicket)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                waiters[ticket] = Waiter(errand: errand, continuation: continuation, expiry: expiry(of: ticket, priority))
                apply(machine.submit(ticket, priority))
            }
        } onCancel: {
            Task { await self.cancel(ticket) }
        }
    }

    /// Ends the pool: waiting jobs fail, those in flight have `shutdownGraceMS`, workers exit and are waited for.
    /// Returns when the last process is gone; may be called more than once.
    public func shutdown() async {
        guard !isClosed else { return }
        let killer = Task {
            do { try await Task.sleep(for: .milliseconds(configuration.shutdownGraceMS)) } catch { return }
            self.dismissAll()
        }
        defer { killer.cancel() }
        await withCheckedContinuation { continuation in
            closing.append(continuation)
            apply(machine.close())
        }
    }

    /// How the pool stands, for health checks and metrics.
    public var status: PoolStatus {
        PoolStatus(
            ready: machine.slots.count { $0.phase == .idle }, busy: machine.running.count, waiting: machine.waitingCount,
            isOpen: listener != nil && !machine.isClosing, counts: counts)
    }

    private func expiry(of ticket: PoolMachine.Ticket, _ priority: JobPriority) -> Task<Void, Never> {
        let waitMS = configuration.waitMS(of: priority)
        return Task {
            do { try await Task.sleep(for: .milliseconds(waitMS)) } catch { return }
            self.apply(self.machine.expire(ticket))
        }
    }

    private func cancel(_ ticket: PoolMachine.Ticket) {
        guard machine.cancel(ticket) else { return }
        finish(ticket, .failure(CancellationError()))
    }

    private func dismissAll() {
        for mailbox in mailboxes.values { mailbox.end(.atOnce) }
    }

    private func hear(_ event: WorkerEvent) {
        switch event {
        case .ready(let slot): apply(machine.started(slot))
        case .answered(let slot, let reply, let elapsedMS):
            counts.answered += 1
            counts.busyMS += elapsedMS
            if case .refused = reply { counts.refused += 1 }
            apply(machine.answered(slot), reply: reply)
        case .died(let slot, let death):
            note(death, slot)
            mailboxes[slot] = nil
            apply(machine.died(slot, death))
        case .complained(let slot, let line): logger.notice("worker complained", metadata: ["worker": "\(slot)", "line": "\(line)"])
        }
    }

    private func note(_ death: WorkerDeath, _ slot: Int) {
        switch death {
        case .retired, .dismissed: logger.debug("worker retired", metadata: ["worker": "\(slot)", "why": "\(death)"])
        case .overran, .withJob, .beforeReading, .notStarted:
            counts.died += 1
            logger.warning("worker died", metadata: ["worker": "\(slot)", "why": "\(death)", "job": "\(currentJob(of: slot))"])
        }
    }

    private func currentJob(of slot: Int) -> String {
        guard case .busy(let ticket) = machine.slots[slot].phase else { return "none" }
        return waiters[ticket]?.errand.job.kind ?? "given up"
    }

    private func apply(_ actions: [PoolMachine.Action], reply: Reply? = nil) {
        for action in actions {
            switch action {
            case .start(let slot): begin(slot)
            case .startAfter(let slot, let restMS):
                rests[slot] = Task {
                    do { try await Task.sleep(for: .milliseconds(restMS)) } catch { return }
                    self.rests[slot] = nil
                    self.apply(self.machine.rested(slot))
                }
            case .assign(let ticket, let slot): mailboxes[slot]!.put(waiters[ticket]!.errand)
            case .stop(let slot): mailboxes[slot]!.end(.afterThis)
            case .deliver(let ticket): finish(ticket, .success(reply!))
            case .fail(let ticket, let fault):
                counts.count(fault)
                finish(ticket, .failure(fault))
            case .closed: close()
            }
        }
    }

    private func begin(_ slot: Int) {
        let mailbox: WorkerMailbox
        do {
            mailbox = try WorkerMailbox()
        } catch {
            report.yield(.died(slot: slot, .notStarted("\(error)")))
            return
        }
        mailboxes[slot] = mailbox
        let (launch, report, exitGraceMS) = (launch, report, configuration.exitGraceMS)
        threads.submit { _ in
            WorkerLife(slot: slot, launch: launch, mailbox: mailbox, exitGraceMS: exitGraceMS) { report.yield($0) }.run()
        }
    }

    private func finish(_ ticket: PoolMachine.Ticket, _ result: Result<Reply, any Error>) {
        guard let waiter = waiters.removeValue(forKey: ticket) else { return }
        waiter.expiry.cancel()
        waiter.continuation.resume(with: result)
    }

    private func close() {
        isClosed = true
        report.finish()
        for rest in rests.values { rest.cancel() }
        rests = [:]
        // Its threads are done, so this only lets them go; nobody has to wait for it.
        if listener != nil { threads.shutdownGracefully { [logger] error in if let error { logger.error("worker threads: \(error)") } } }
        for continuation in closing { continuation.resume() }
        closing = []
    }
}

extension PoolMachine.Limits {
    init(_ configuration: WorkerPool.Configuration) {
        self.init(
            workers: configuration.workers, waiting: configuration.waitingLimit, backgroundWaiting: configuration.backgroundWaitingLimit,
            reserved: configuration.reservedForInteractive, streak: configuration.interactiveStreak, jobsPerWorker: configuration.jobsPerWorker,
            firstRestMS: configuration.firstRestMS, longestRestMS: configuration.longestRestMS)
    }
}
