import Glibc

/// Takes from this process what reading papers never needs: new privileges, the network, other programs.
enum Confinement {
    /// Returns one sentence for each step the kernel refused; the worker goes on without that step.
    static func apply() -> [String] {
        guard let prctl = Prctl() else { return ["no prctl on this system: running without confinement"] }
        var refused: [String] = []
        if !prctl.call(Prctl.setNoNewPrivileges, 1, 0) { refused.append("no_new_privs refused: \(Errno.sentence())") }
        guard let architecture = SystemCallFilter.architecture else { return refused + ["no system call filter for this processor"] }
        let program = SystemCallFilter.program(for: architecture)
        let installed = program.withUnsafeBufferPointer { instructions in
            // struct sock_fprog: a 16-bit count, padding, then the address of the instructions.
            let header = [UInt(instructions.count), UInt(bitPattern: instructions.baseAddress)]
            return header.withUnsafeBufferPointer { prctl.call(Prctl.setSeccomp, Prctl.filterMode, UInt(bitPattern: $0.baseAddress)) }
        }
        if !installed { refused.append("system call filter refused: \(Errno.sentence())") }
        return refused
    }

    /// `prctl` is variadic in C, which Swift does not import; the kernel's own form takes five words, and both
    /// Linux ABIs built for here pass those alike.
    private struct Prctl {
        static let setNoNewPrivileges: Int32 = 38
        static let setSeccomp: Int32 = 22
        static let filterMode: UInt = 2

        private typealias Entry = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32
        private let entry: Entry

        init?() {
            guard let symbol = dlsym(nil, "prctl") else { return nil }
            entry = unsafeBitCast(symbol, to: Entry.self)
        }

        func call(_ option: Int32, _ first: UInt, _ second: UInt) -> Bool { entry(option, first, second, 0, 0) == 0 }
    }
}
