import NIOCore

/// Runs a connection's task on the event loop of its socket: a request that waits for nothing is answered without a change of thread.
///
/// What is slow goes elsewhere anyway: the database has its own threads, passwords and files theirs, papers their own processes.
final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
