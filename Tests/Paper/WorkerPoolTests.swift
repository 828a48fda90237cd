import Glibc
import Logging
import PaperWire
import Testing
@testable import Paper

/// How the pool bears workers that crash, hang and talk nonsense. These are shell scripts, since no real worker can be
/// asked to; what a healthy one does is in `RealWorkerTests`.
@Suite("The pool and sick workers")
struct WorkerPoolTests {
    let scratch: Scratch
    static let job = Job.inspect(path: "/nowhere.pdf")

    init() throws { scratch = try Scratch() }

    func pool(_ script: String, _ change: (inout WorkerPool.Configuration) -> Void = { _ in }) throws -> WorkerPool {
        let executable = try scratch.write("worker-\(UInt64.random(in: 0 ... .max))", "#!/bin/sh\n\(script)\n", mode: 0o700)
        var configuration = WorkerPool.Configuration(executable: executable, folder: scratch.path + "/cache/worker")
        configuration.workers = 1
        change(&configuration)
        return try WorkerPool(configuration: configuration, logger: Logger(label: "test"))
    }

    /// Takes one whole frame: dd reads what the pipe holds, at once.
    static let takeJob = "dd bs=65536 count=1 of=/dev/null 2>/dev/null"

    @Test("a worker that dies with a job costs that job, and is not tried again")
    func crash() async throws {
        let pool = try pool("echo life >> \(scratch.path)/lives; \(Self.takeJob); kill -SEGV $$")
        await #expect(throws: PaperFault.crashed("it died, signal 11")) { try await pool.perform(Self.job) }
        let counts = await pool.status.counts
        #expect(counts.crashed == 1)
        await pool.shutdown()
        // The one that had the job, and the one that took its place.
        #expect(try scratch.text("lives")!.split(separator: "\n").count <= 2)
    }

    @Test("a worker that hangs is killed at the deadline, and buried")
    func hang() async throws {
        let pool = try pool("echo $$ >> \(scratch.path)/pids; \(Self.takeJob); sleep 600 & echo $! >> \(scratch.path)/pids; wait") {
            $0.readDeadlineMS = 300
            $0.exitGraceMS = 50
        }
        let began = ContinuousClock.now
        await #expect(throws: PaperFault.timedOut) { try await pool.perform(Self.job) }
        let took = began.duration(to: .now)
        #expect(took >= .milliseconds(300))
        #expect(took < .seconds(300), "the worker would have slept ten minutes")
        await pool.shutdown()
        let pids = try scratch.text("pids")!.split(separator: "\n").compactMap { pid_t($0) }
        #expect(pids.count >= 2)
        // kill(0) finds a zombie too, so this says that the worker was waited for.
        #expect(kill(pids[0], 0) == -1 && errno == ESRCH)
    }

    @Test("a broken frame is a dead worker", arguments: ["printf 'garbage, and more of it'", "cat", "printf '\\000\\000\\000\\002{}'", "printf '\\000\\000\\000\\002{}{}'"])
    func nonsense(_ answer: String) async throws {
        let take = answer == "cat" ? "" : Self.takeJob + ";"
        let pool = try pool("\(take) \(answer); sleep 600") {
            $0.exitGraceMS = 50
            $0.readDeadlineMS = 10_000
        }
        await #expect {
            try await pool.perform(Self.job)
        } throws: { error in
            guard case .crashed = error as? PaperFault else { return false }
            return true
        }
        await pool.shutdown()
    }

    @Test("a worker that dies before it reads the job is tried once more, then there is none")
    func neverReads() async throws {
        let pool = try pool("echo life >> \(scratch.path)/lives; exit 3")
        await #expect {
            try await pool.perform(Self.job)
        } throws: { error in
            guard case .unavailable = error as? PaperFault else { return false }
            return true
        }
        await pool.shutdown()
    }

    @Test("a program that does not exist is told at once")
    func noProgram() async throws {
        var configuration = WorkerPool.Configuration(executable: scratch.path + "/none", folder: scratch.path + "/cache/worker")
        configuration.workers = 2
        let pool = try WorkerPool(configuration: configuration, logger: Logger(label: "test"))
        await #expect {
            try await pool.perform(Self.job)
        } throws: { error in
            guard case .unavailable = error as? PaperFault else { return false }
            return true
        }
        await pool.shutdown()
    }

    @Test("the queue is bounded, a wait is bounded, and cancelling is heard at once")
    func queue() async throws {
        let pool = try pool("\(Self.takeJob); sleep 600") {
            $0.waitingLimit = 2
            $0.backgroundWaitingLimit = 2
            $0.interactiveWaitMS = 100
            $0.shutdownGraceMS = 50
        }
        let page = Job.text(path: "/nowhere.pdf", page: 1)
        let running = Task { try await pool.perform(page) }
        while await pool.status.busy == 0 { await Task.yield() }
        await #expect(throws: PaperFault.busy) { try await pool.perform(page) }
        let waiting = (0..<2).map { _ in Task { try await pool.perform(Self.job) } }
        while await pool.status.waiting < 2 { await Task.yield() }
        await #expect(throws: PaperFault.busy) { try await pool.perform(page) }
        waiting[0].cancel()
        await #expect(throws: CancellationError.self) { try await waiting[0].value }
        running.cancel()
        await #expect(throws: CancellationError.self) { try await running.value }
        await pool.shutdown()
        await #expect(throws: PaperFault.unavailable("the worker pool is shut")) { try await waiting[1].value }
        await #expect(throws: PaperFault.unavailable("the worker pool is shut")) { try await pool.perform(page) }
    }

    @Test("a worker gets three streams, a small environment, and a group of its own")
    func inheritance() async throws {
        let leaked = fcntl(STDIN_FILENO, F_DUPFD, 200)
        #expect(leaked >= 200)
        defer { close(leaked) }
        setenv("ECABINET_SECRET_OF_THIS_TEST", "1", 1)
        let pool = try pool("ls /proc/$$/fd > \(scratch.path)/fds; env > \(scratch.path)/env; ps -o pgid= -p $$ > \(scratch.path)/group; echo $$ > \(scratch.path)/pid; echo $* > \(scratch.path)/args; \(Self.takeJob); exit 1")
        await #expect(throws: PaperFault.self) { try await pool.perform(Self.job) }
        await pool.shutdown()
        let descriptors = try #require(try scratch.text("fds")).split(separator: "\n").compactMap { Int($0) }
        // Below 3 the streams; shells keep their script and saved streams on 10, 11 or 255.
        #expect(Set(descriptors).isSubset(of: [0, 1, 2, 3, 10, 11, 255]), "\(descriptors)")
        #expect(!descriptors.contains(Int(leaked)))
        let names = Set(try #require(try scratch.text("env")).split(separator: "\n").map { $0.split(separator: "=")[0] })
        #expect(names.subtracting(["PWD", "OLDPWD", "SHLVL", "_"]) == ["PATH", "LANG", "HOME", "XDG_CACHE_HOME", "SWIFT_BACKTRACE"])
        #expect(try scratch.text("args") == "--memory-mb 1024 --cpu-seconds 35\n")
        if let group = try scratch.text("group")?.filter(\.isNumber), !group.isEmpty { #expect(try scratch.text("pid")?.filter(\.isNumber) == group) }
    }

    @Test("shutting a pool that never had a job returns, and twice is once")
    func unused() async throws {
        let pool = try pool("exit 1")
        await pool.shutdown()
        await pool.shutdown()
    }
}
