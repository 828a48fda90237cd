import Glibc

/// The three streams a process is born with, made safe for a protocol on stdout.
enum StandardStreams {
    /// Moves the real stdout to the lowest descriptor above stderr and points descriptor 1 at stderr.
    ///
    /// A library that prints (poppler does, on damaged fonts) would otherwise write into the middle of a frame.
    static func claimOutput() -> Int32 {
        let claimed = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
        guard claimed >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 else {
            note("the standard streams are not usable: \(Errno.sentence())")
            exit(Limits.refusedExit)
        }
        // `closefrom` keeps what is at or below the claimed descriptor, so nothing may lie between.
        for stray in (STDERR_FILENO + 1)..<max(claimed, STDERR_FILENO + 1) { close(stray) }
        return claimed
    }

    /// One line for the server's log; never document text.
    static func note(_ line: String) {
        let bytes = Array("ecabinet-worker: \(line)\n".utf8)
        _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
