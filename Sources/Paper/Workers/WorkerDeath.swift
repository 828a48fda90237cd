/// How a worker's life ended.
enum WorkerDeath: Sendable, Equatable {
    /// The process could not be made.
    case notStarted(String)
    /// It died, or spoke out of turn, before it read a whole job.
    case beforeReading(String)
    /// It died, or answered nonsense, with a job in its hands.
    case withJob(String)
    /// It was killed at the job's deadline, or by the kernel at its processor time.
    case overran
    /// Its pipe was closed by us.
    case retired
    /// Killed because the pool shuts and would wait no longer.
    case dismissed

    /// What becomes of the job it had; nil: it may be tried once more on another worker.
    func fault(retried: Bool) -> PaperFault? {
        switch self {
        case .notStarted(let why), .beforeReading(let why): retried ? .unavailable(why) : nil
        case .withJob(let why): .crashed(why)
        case .overran: .timedOut
        case .retired, .dismissed: .unavailable("the worker pool is shut")
        }
    }

    /// Whether nothing but the worker itself is to blame: many such lives in a row mean that the next will be no better.
    var isBarren: Bool {
        switch self {
        case .notStarted, .beforeReading: true
        case .withJob, .overran, .retired, .dismissed: false
        }
    }
}
