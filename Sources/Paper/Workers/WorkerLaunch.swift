import Glibc

/// How a worker process is started: program, arguments, environment, streams.
struct WorkerLaunch: Sendable {
    let executable: String
    let arguments: [String]
    let environment: [String]
    let keepsDiagnostics: Bool

    /// Makes the worker's folder and what lies in it.
    init(_ configuration: WorkerPool.Configuration) throws {
        let folder = try Disk.absolute(configuration.folder)
        for name in ["home", "cache"] { try Disk.makeFolders("\(folder)/\(name)") }
        executable = try Disk.absolute(configuration.executable)
        arguments = ["--memory-mb", "\(configuration.memoryMB)", "--cpu-seconds", "\(configuration.cpuSeconds)"]
        environment = [
            "PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=\(folder)/home", "XDG_CACHE_HOME=\(folder)/cache",
            // A crash would otherwise spend ten seconds on drawing its own backtrace.
            "SWIFT_BACKTRACE=enable=no",
        ]
        keepsDiagnostics = configuration.diagnostics == .log
    }

    /// Starts the process with its three streams and nothing else of ours. Blocks until the program is loaded.
    func start() throws -> WorkerProcess {
        var childEnds: [Int32] = []
        var ourEnds: [Int32] = []
        defer { for end in childEnds { close(end) } }
        do {
            let input = try Pipe.makeBlocking()
            childEnds.append(input.read)
            ourEnds.append(input.write)
            let output = try Pipe.makeBlocking()
            childEnds.append(output.write)
            ourEnds.append(output.read)
            if keepsDiagnostics {
                let diagnostics = try Pipe.makeBlocking()
                childEnds.append(diagnostics.write)
                ourEnds.append(diagnostics.read)
            }
            let process = try spawn(childEnds)
            for end in ourEnds { Pipe.setNonBlocking(end) }
            return WorkerProcess(process: process, input: ourEnds[0], output: ourEnds[1], diagnostics: keepsDiagnostics ? ourEnds[2] : nil)
        } catch {
            for end in ourEnds { close(end) }
            throw error
        }
    }

    private func spawn(_ streams: [Int32]) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, stream) in streams.enumerated() { posix_spawn_file_actions_adddup2(&actions, stream, Int32(number)) }
        if streams.count == 2 { posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) }
        if let closeOthers = Self.closeOthers { _ = closeOthers(&actions, STDERR_FILENO + 1) }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A group of its own: Ctrl-C in the server's terminal must not kill workers before the server has drained.
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setpgroup(&attributes, 0)
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)

        var process: pid_t = 0
        let code = withCStrings([executable] + arguments) { arguments in
            withCStrings(environment) { posix_spawn(&process, executable, &actions, &attributes, arguments, $0) }
        }
        guard code == 0 else { throw PaperFault.disk(operation: "posix_spawn", path: executable, code: code) }
        return process
    }

    private typealias CloseFrom = @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32

    /// glibc's posix_spawn_file_actions_addclosefrom_np (2.34), which Swift's view of its headers leaves out. Without it the
    /// close-on-exec flag has to do, which every descriptor opened here has.
    private static let closeOthers: CloseFrom? = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np").map { unsafeBitCast($0, to: CloseFrom.self) }

    private func withCStrings<Result>(_ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result) -> Result {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}
