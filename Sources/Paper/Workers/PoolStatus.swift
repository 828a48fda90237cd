/// How the pool stands at one moment, and what it has counted since it was made.
public struct PoolStatus: Sendable, Equatable {
    /// Workers waiting for a job, workers with one, jobs waiting for a worker.
    public let ready, busy, waiting: Int
    /// Started and not shut.
    public let isOpen: Bool
    public let counts: Counts

    public struct Counts: Sendable, Equatable {
        /// Jobs answered, refusals among them, and the time workers had them, ms.
        public internal(set) var answered = 0
        public internal(set) var refused = 0
        public internal(set) var busyMS = 0
        /// Jobs that failed, by `PaperFault`.
        public internal(set) var timedOut = 0
        public internal(set) var crashed = 0
        public internal(set) var turnedAway = 0
        public internal(set) var unavailable = 0
        /// Workers that ended otherwise than by retiring.
        public internal(set) var died = 0

        mutating func count(_ fault: PaperFault) {
            switch fault {
            case .busy: turnedAway += 1
            case .timedOut: timedOut += 1
            case .crashed: crashed += 1
            case .unavailable: unavailable += 1
            case .tooLarge, .missing, .disk: break
            }
        }
    }
}
