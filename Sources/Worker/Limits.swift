import Glibc

/// What the kernel grants this process; a hostile file meets these and nothing else of the machine.
struct Limits {
    /// Address space, in MiB.
    var memoryMB = 1024
    /// Open descriptors: streams, the document, its output, fonts.
    var files = 64
    /// Processor time of one job.
    var cpuSeconds = 30

    static let usage = "usage: ecabinet-worker [--memory-mb N] [--files N] [--cpu-seconds N]"
    static let usageExit: Int32 = 64
    static let refusedExit: Int32 = 71

    struct Misuse: Error, CustomStringConvertible {
        var description: String
    }

    init(arguments: [String]) throws {
        var rest = arguments[...]
        while let option = rest.popFirst() {
            var value = rest.first
            var name = option
            if let equals = option.firstIndex(of: "=") {
                name = String(option[..<equals])
                value = String(option[option.index(after: equals)...])
            } else {
                rest = rest.dropFirst()
            }
            guard let value, let number = Int(value), number > 0 else { throw Misuse(description: "\(name) needs a positive number") }
            switch name {
            case "--memory-mb": memoryMB = number
            case "--files": files = number
            case "--cpu-seconds": cpuSeconds = number
            default: throw Misuse(description: "unknown option \(name)")
            }
        }
    }

    /// Sets the limits that hold for the life of the process.
    func apply() throws {
        try set(RLIMIT_AS, to: UInt(memoryMB) << 20, named: "memory")
        try set(RLIMIT_NOFILE, to: UInt(files), named: "files")
        try set(RLIMIT_CORE, to: 0, named: "core")
    }

    /// Grants the next job its own processor time: what was used so far plus the budget.
    func grantJob() throws {
        var usage = rusage()
        guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { throw Misuse(description: "getrusage: \(Errno.sentence())") }
        let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
        var now = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &now) == 0 else { throw Misuse(description: "getrlimit: \(Errno.sentence())") }
        // Both sums round down, so two seconds are added rather than one job cut short.
        now.rlim_cur = min(rlim_t(used + cpuSeconds + 2), now.rlim_max)
        guard setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &now) == 0 else { throw Misuse(description: "cpu limit: \(Errno.sentence())") }
    }

    private func set(_ resource: __rlimit_resource, to value: UInt, named name: String) throws {
        var current = rlimit()
        guard getrlimit(__rlimit_resource_t(resource.rawValue), &current) == 0 else { throw Misuse(description: "\(name) limit: \(Errno.sentence())") }
        let granted = min(rlim_t(value), current.rlim_max)
        var limit = rlimit(rlim_cur: granted, rlim_max: granted)
        guard setrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 else { throw Misuse(description: "\(name) limit: \(Errno.sentence())") }
    }
}
