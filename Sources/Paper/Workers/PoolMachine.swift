/// The pool without processes, threads or clocks: what happened goes in, what to do comes out.
///
/// Laws, kept over any order of events and tested so:
/// - every ticket submitted ends exactly once: delivered, failed or cancelled;
/// - a slot has at most one worker, a worker at most one job, and no more than `jobsPerWorker` in its life;
/// - interactive jobs go first, background jobs leave `reserved` workers free, neither starves the other;
/// - a job whose worker died before it could have read it goes back to the head of the queue, once; a job that was
///   read is never tried again, because it may be what killed the worker.
struct PoolMachine {
    struct Limits {
        var workers, waiting, backgroundWaiting, reserved, streak, jobsPerWorker, firstRestMS, longestRestMS: Int
    }

    struct Ticket: Hashable, Sendable {
        let number: UInt64
    }

    /// What the pool is to do now, in this order.
    enum Action: Equatable {
        case start(slot: Int)
        case startAfter(slot: Int, restMS: Int)
        case assign(Ticket, slot: Int)
        /// Close the worker's pipe; it exits by itself.
        case stop(slot: Int)
        /// Hand out the answer that came with the event.
        case deliver(Ticket)
        case fail(Ticket, PaperFault)
        /// No worker is left and none will come.
        case closed
    }

    enum Phase: Equatable {
        case empty, starting, idle, busy(Ticket), stopping, resting
    }

    struct Slot {
        var phase = Phase.empty
        /// Jobs answered in this worker's life.
        var jobs = 0
        /// Lives in a row that ended without a job done and without a job to blame.
        var barrenLives = 0
    }

    struct Errand {
        let ticket: Ticket
        let priority: JobPriority
        var retried = false
        var cancelled = false
    }

    let limits: Limits
    private(set) var slots: [Slot]
    private(set) var waiting: [JobPriority: [Errand]] = [.interactive: [], .background: []]
    private(set) var running: [Ticket: Errand] = [:]
    private var streak = 0
    private var isOpen = false
    private(set) var isClosing = false

    init(limits: Limits) {
        self.limits = limits
        slots = Array(repeating: Slot(), count: max(1, limits.workers))
    }

    var waitingCount: Int { waiting.values.reduce(0) { $0 + $1.count } }

    /// Starts the workers; a second call does nothing.
    mutating func open() -> [Action] {
        guard !isOpen, !isClosing else { return [] }
        isOpen = true
        return slots.indices.map { start($0) }
    }

    mutating func submit(_ ticket: Ticket, _ priority: JobPriority) -> [Action] {
        if isClosing { return [.fail(ticket, .unavailable("the worker pool is shut"))] }
        if !slots.contains(where: { $0.phase != .resting }) { return [.fail(ticket, Self.noWorker)] }
        let isFull = waitingCount >= limits.waiting || (priority == .background && waiting[.background]!.count >= limits.backgroundWaiting)
        if isFull { return [.fail(ticket, .busy)] }
        waiting[priority]!.append(Errand(ticket: ticket, priority: priority))
        return dispatch()
    }

    /// The caller went away. A waiting job is dropped, a running one goes on, for nobody. True where the ticket was known.
    mutating func cancel(_ ticket: Ticket) -> Bool {
        if running[ticket] != nil {
            running[ticket]!.cancelled = true
            return true
        }
        return drop(ticket)
    }

    /// The job waited too long; one that a worker has already is left alone.
    mutating func expire(_ ticket: Ticket) -> [Action] {
        drop(ticket) ? [.fail(ticket, .busy)] : []
    }

    mutating func started(_ slot: Int) -> [Action] {
        precondition(slots[slot].phase == .starting, "only a starting worker becomes ready")
        if isClosing { return [stop(slot)] }
        slots[slot].phase = .idle
        return dispatch()
    }

    mutating func answered(_ slot: Int) -> [Action] {
        guard case .busy(let ticket) = slots[slot].phase else { preconditionFailure("only a busy worker answers") }
        var actions: [Action] = []
        if let errand = running.removeValue(forKey: ticket), !errand.cancelled { actions.append(.deliver(ticket)) }
        slots[slot].jobs += 1
        slots[slot].barrenLives = 0
        slots[slot].phase = .idle
        if isClosing || slots[slot].jobs >= limits.jobsPerWorker { actions.append(stop(slot)) }
        return actions + dispatch()
    }

    /// A worker's life ended; the last event of that life.
    mutating func died(_ slot: Int, _ death: WorkerDeath) -> [Action] {
        precondition(slots[slot].phase != .empty && slots[slot].phase != .resting, "a worker dies once")
        var actions: [Action] = []
        if case .busy(let ticket) = slots[slot].phase, let errand = running.removeValue(forKey: ticket), !errand.cancelled {
            if let fault = death.fault(retried: errand.retried || isClosing) {
                actions.append(.fail(ticket, fault))
            } else {
                var again = errand
                again.retried = true
                waiting[errand.priority]!.insert(again, at: 0)
            }
        }
        slots[slot].barrenLives = death.isBarren && slots[slot].jobs == 0 ? slots[slot].barrenLives + 1 : 0
        slots[slot].phase = .empty
        if isClosing { return actions + closedIfEmpty() }
        actions.append(slots[slot].barrenLives < 2 ? start(slot) : rest(slot))
        if slots.allSatisfy({ $0.phase == .resting }) { actions += failWaiting(Self.noWorker) }
        return actions + dispatch()
    }

    /// A rest is over.
    mutating func rested(_ slot: Int) -> [Action] {
        guard slots[slot].phase == .resting, !isClosing else { return [] }
        return [start(slot)]
    }

    /// No more jobs: those waiting fail, those in flight finish, then the workers go.
    mutating func close() -> [Action] {
        guard !isClosing else { return [] }
        isClosing = true
        var actions = failWaiting(.unavailable("the worker pool is shut"))
        for slot in slots.indices {
            switch slots[slot].phase {
            case .idle: actions.append(stop(slot))
            case .resting: slots[slot].phase = .empty
            case .empty, .starting, .busy, .stopping: break
            }
        }
        return actions + closedIfEmpty()
    }

    private static let noWorker = PaperFault.unavailable("workers do not start")

    private mutating func start(_ slot: Int) -> Action {
        slots[slot].phase = .starting
        slots[slot].jobs = 0
        return .start(slot: slot)
    }

    private mutating func rest(_ slot: Int) -> Action {
        slots[slot].phase = .resting
        let doublings = min(slots[slot].barrenLives - 2, 16)
        return .startAfter(slot: slot, restMS: min(limits.firstRestMS << doublings, limits.longestRestMS))
    }

    private mutating func stop(_ slot: Int) -> Action {
        slots[slot].phase = .stopping
        return .stop(slot: slot)
    }

    private func closedIfEmpty() -> [Action] {
        slots.allSatisfy { $0.phase == .empty } ? [.closed] : []
    }

    private mutating func failWaiting(_ fault: PaperFault) -> [Action] {
        let errands = waiting[.interactive]! + waiting[.background]!
        waiting = [.interactive: [], .background: []]
        return errands.map { .fail($0.ticket, fault) }
    }

    private mutating func drop(_ ticket: Ticket) -> Bool {
        for priority in JobPriority.allCases {
            if let index = waiting[priority]!.firstIndex(where: { $0.ticket == ticket }) {
                waiting[priority]!.remove(at: index)
                return true
            }
        }
        return false
    }

    private mutating func dispatch() -> [Action] {
        var actions: [Action] = []
        while let slot = slots.firstIndex(where: { $0.phase == .idle }), let errand = takeNext() {
            slots[slot].phase = .busy(errand.ticket)
            running[errand.ticket] = errand
            actions.append(.assign(errand.ticket, slot: slot))
        }
        return actions
    }

    private mutating func takeNext() -> Errand? {
        let backgroundRunning = running.values.reduce(0) { $0 + ($1.priority == .background ? 1 : 0) }
        let backgroundMay = !waiting[.background]!.isEmpty && backgroundRunning < max(1, slots.count - limits.reserved)
        if backgroundMay, waiting[.interactive]!.isEmpty || streak >= limits.streak {
            streak = 0
            return waiting[.background]!.removeFirst()
        }
        guard !waiting[.interactive]!.isEmpty else { return nil }
        // Only jobs that overtake a background job that could run make a streak.
        streak = backgroundMay ? streak + 1 : 0
        return waiting[.interactive]!.removeFirst()
    }
}
