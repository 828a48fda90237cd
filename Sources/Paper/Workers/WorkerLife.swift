import Glibc
import PaperWire

/// One worker from its start to its burial: the only code that touches its pipes, run on a thread of its own.
struct WorkerLife {
    let slot: Int
    let launch: WorkerLaunch
    let mailbox: WorkerMailbox
    let exitGraceMS: Int
    let report: (WorkerEvent) -> Void

    /// How long a worker that closed its pipe has to be gone before it is killed: only its exit status is waited for.
    private static let burialMS = 500

    func run() {
        blockBrokenPipeSignal()
        let process: WorkerProcess
        do {
            process = try launch.start()
        } catch {
            return report(.died(slot: slot, .notStarted("\(error)")))
        }
        report(.ready(slot: slot))
        let death = keep(process)
        report(.died(slot: slot, death))
    }

    /// A write to a dead worker is to fail with EPIPE. Blocked on this thread alone: other threads' habits are their own.
    private func blockBrokenPipeSignal() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    private func keep(_ process: WorkerProcess) -> WorkerDeath {
        var complaints = WorkerComplaints { report(.complained(slot: slot, line: $0)) }
        while true {
            let (errand, ending) = mailbox.take()
            if ending == .atOnce { return dismiss(process) }
            if let errand {
                var talk = WorkerTalk(process: process, errand: errand, mailbox: mailbox)
                switch talk.run(&complaints) {
                case .reply(let reply, let elapsedMS): report(.answered(slot: slot, reply: reply, elapsedMS: elapsedMS))
                case .overran:
                    process.end(graceMS: 0)
                    return .overran
                case .dismissed: return dismiss(process)
                case .brokenBeforeReading(let why): return .beforeReading("\(why), \(bury(process))")
                case .broken(let why): return blame(why, bury(process))
                }
                continue
            }
            if ending == .afterThis {
                process.closeInput()
                process.end(graceMS: exitGraceMS)
                return .retired
            }
            if let why = sleep(process, &complaints) { return .beforeReading("\(why) while idle, \(bury(process))") }
        }
    }

    /// Waits for mail; what the worker does meanwhile can only be dying or speaking out of turn, and is returned.
    private func sleep(_ process: WorkerProcess, _ complaints: inout WorkerComplaints) -> String? {
        var watch = [pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0), pollfd(fd: process.output, events: Int16(POLLIN), revents: 0)]
        if let diagnostics = complaints.descriptor(of: process) { watch.append(pollfd(fd: diagnostics, events: Int16(POLLIN), revents: 0)) }
        if poll(&watch, nfds_t(watch.count), -1) < 0 { return nil }
        if watch.count > 2, watch[2].revents != 0 { complaints.read(process) }
        if watch[1].revents & Int16(POLLIN) != 0 { return "it spoke out of turn" }
        return watch[1].revents != 0 ? "it died" : nil
    }

    private func dismiss(_ process: WorkerProcess) -> WorkerDeath {
        process.end(graceMS: 0)
        return .dismissed
    }

    private func bury(_ process: WorkerProcess) -> WorkerProcess.Exit {
        process.end(graceMS: Self.burialMS)
    }

    /// The kernel's own clock for processor time ends a job like our deadline does.
    private func blame(_ why: String, _ exit: WorkerProcess.Exit) -> WorkerDeath {
        exit == .signal(SIGXCPU) ? .overran : .withJob("\(why), \(exit)")
    }
}
