public import PaperWire

extension WorkerPool {
    /// Everything the pool is told from outside, with the limits it keeps.
    public struct Configuration: Sendable {
        /// Path of `ecabinet-worker`.
        public var executable: String
        /// A folder of the pool's own (`DIR/cache/worker`): the workers' HOME, fontconfig's cache, papers on their way to be set.
        public var folder: String
        /// Processes kept ready, each with one job at a time.
        public var workers = 2
        /// Address space of one worker, MiB.
        public var memoryMB = 1024
        /// Processor time one job may use, seconds; above every wall deadline, which usually ends a job first.
        public var cpuSeconds = 35
        /// Jobs that may wait before the workers; the next is `PaperFault.busy`.
        public var waitingLimit = 128
        /// Jobs of `JobPriority.background` among them, so that a bulk upload leaves room for readers.
        public var backgroundWaitingLimit = 96
        /// Workers that background jobs leave free, where there is more than one: a reader never waits out a 20 s verification.
        public var reservedForInteractive = 1
        /// After so many interactive jobs in a row a waiting background job goes first: readers cannot starve uploads.
        public var interactiveStreak = 16
        /// Longest wait before a worker, by priority; then `PaperFault.busy`.
        public var interactiveWaitMS = 30_000
        public var backgroundWaitMS = 300_000
        /// Wall deadlines of a job once a worker has it (contract §3: verification 20 s).
        public var verifyDeadlineMS = 20_000
        public var readDeadlineMS = 20_000
        public var typesetDeadlineMS = 30_000
        /// A worker is replaced after so many jobs: C libraries leak.
        public var jobsPerWorker = 500
        /// How long `shutdown` waits for jobs in flight before it kills their workers.
        public var shutdownGraceMS = 5_000
        /// How long a worker whose pipe was closed has to exit before it is killed.
        public var exitGraceMS = 2_000
        /// Rest before a slot whose workers die without having done a job starts the next: doubled each time, up to the second.
        public var firstRestMS = 250
        public var longestRestMS = 10_000
        /// What happens to what workers write to stderr.
        public var diagnostics = Diagnostics.discard

        /// The fate of a worker's stderr.
        public enum Diagnostics: Sendable {
            /// To /dev/null: libraries may quote the document in their complaints.
            case discard
            /// To the server's log, cut and counted (`WorkerComplaints`); for finding out why workers die.
            case log
        }

        public init(executable: String, folder: String) {
            self.executable = executable
            self.folder = folder
        }

        /// Wall deadline of a job once a worker has it.
        public func deadlineMS(of job: Job) -> Int {
            switch job {
            case .verify, .verifyDetached: verifyDeadlineMS
            case .inspect, .render, .text, .certificates, .photo: readDeadlineMS
            case .typeset: typesetDeadlineMS
            }
        }

        func waitMS(of priority: JobPriority) -> Int {
            switch priority {
            case .interactive: interactiveWaitMS
            case .background: backgroundWaitMS
            }
        }
    }
}
