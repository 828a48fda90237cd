import Glibc

/// Pipes whose ends no other program inherits and on which our side never blocks.
enum Pipe {
    /// Both ends close on exec, both non-blocking, neither one of the three standard streams.
    static func make() throws -> (read: Int32, write: Int32) {
        let (read, write) = try makeBlocking()
        setNonBlocking(read)
        setNonBlocking(write)
        return (read, write)
    }

    /// Both ends close on exec; blocking, as a program expects of its standard streams.
    static func makeBlocking() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        try Disk.attempt("pipe", "") { pipe(&ends) }
        // Where the server itself was started without standard streams a pipe could get their numbers,
        // and giving it to the child as another stream would overwrite its sister.
        var lifted: [Int32] = []
        defer { for end in ends { close(end) } }
        for end in ends {
            do {
                lifted.append(try Disk.attempt("fcntl", "") { fcntl(end, F_DUPFD_CLOEXEC, STDERR_FILENO + 1) })
            } catch {
                for end in lifted { close(end) }
                throw error
            }
        }
        return (lifted[0], lifted[1])
    }

    static func setNonBlocking(_ descriptor: Int32) {
        // Fails only for a descriptor that is not open, and these are.
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
}
