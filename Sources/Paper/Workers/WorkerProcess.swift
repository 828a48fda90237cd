import Glibc

/// A running worker as its thread sees it: a process and our ends of its pipes. Belongs to one thread.
final class WorkerProcess {
    enum Exit: Equatable, CustomStringConvertible {
        case status(Int32)
        case signal(Int32)

        var description: String {
            switch self {
            case .status(let status): "exit \(status)"
            case .signal(let number): "signal \(number)"
            }
        }
    }

    let process: pid_t
    let output: Int32
    let diagnostics: Int32?
    private(set) var input: Int32?
    private var exit: Exit?

    init(process: pid_t, input: Int32, output: Int32, diagnostics: Int32?) {
        self.process = process
        self.input = input
        self.output = output
        self.diagnostics = diagnostics
    }

    deinit {
        // A worker that nobody buried would stay as a zombie.
        if exit == nil { end(graceMS: 0) }
        closeInput()
        close(output)
        if let diagnostics { close(diagnostics) }
    }

    /// Bytes written that the worker has not read. Also known after its death, while our end is open.
    var unreadBytes: Int {
        guard let input else { return 0 }
        var count: Int32 = 0
        return ioctl(input, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
    }

    /// Tells the worker that no more jobs come.
    func closeInput() {
        if let input { close(input) }
        input = nil
    }

    /// Waits until the process is gone, kills it after `graceMS`, and leaves no zombie.
    @discardableResult
    func end(graceMS: Int) -> Exit {
        let deadline = ContinuousClock.now + .milliseconds(graceMS)
        while exit == nil, ContinuousClock.now < deadline {
            reap(WNOHANG)
            if exit == nil { poll(nil, 0, Self.lookEveryMS) }
        }
        if exit == nil {
            // The group: whatever the worker itself has started goes with it.
            kill(-process, SIGKILL)
            kill(process, SIGKILL)
            while exit == nil { reap(0) }
        }
        return exit!
    }

    private static let lookEveryMS: Int32 = 5

    private func reap(_ options: Int32) {
        var status: Int32 = 0
        let found = waitpid(process, &status, options)
        if found == process {
            exit = status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
        } else if found < 0, errno == ECHILD {
            // SIGCHLD is ignored in this process, so the kernel buries children itself and keeps no status.
            exit = .status(-1)
        }
    }
}
