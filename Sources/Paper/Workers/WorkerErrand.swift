import PaperWire

/// A job on its way to a worker.
struct WorkerErrand: Sendable {
    let job: Job
    let frame: [UInt8]
    let deadlineMS: Int
}

/// What a worker's thread tells the pool. Of one life: `ready`, answers, and `died` last.
enum WorkerEvent: Sendable {
    case ready(slot: Int)
    case answered(slot: Int, reply: Reply, elapsedMS: Int)
    case died(slot: Int, WorkerDeath)
    case complained(slot: Int, line: String)
}
