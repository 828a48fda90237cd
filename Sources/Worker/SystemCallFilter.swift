/// A classic BPF program that answers EPERM to system calls a worker has no business with.
///
/// It is a list of refusals, not of permissions: poppler, fontconfig and the C library may use whatever calls a
/// future Debian gives them, but none of them gets a socket, a child process or another process's memory.
/// `clone` is left alone when it makes a thread; `clone3` answers ENOSYS, upon which the C library uses `clone`.
enum SystemCallFilter {
    struct Architecture {
        /// AUDIT_ARCH_… of linux/audit.h.
        var audit: UInt32
        var clone: UInt32
        var clone3: UInt32
        var refused: [UInt32]
        /// Calls numbered from here belong to a second ABI (x32) that would slip past the list.
        var foreignABI: UInt32?
    }

    /// Numbers from asm/unistd_64.h and asm-generic/unistd.h; those from 424 on are the same everywhere.
    private static let common: [UInt32] = [425, 426, 427, 434, 438, 448]  // io_uring_{setup,enter,register}, pidfd_open, pidfd_getfd, process_mrelease

    static var architecture: Architecture? {
        #if arch(x86_64)
        Architecture(audit: 0xC000_003E, clone: 56, clone3: 435, refused: [
            41, 42, 43, 49, 50, 53, 288,  // socket connect accept bind listen socketpair accept4
            57, 58, 59, 322,  // fork vfork execve execveat
            101, 310, 311, 312,  // ptrace process_vm_readv process_vm_writev kcmp
            62, 200, 234, 129, 297, 424,  // kill tkill tgkill rt_sigqueueinfo rt_tgsigqueueinfo pidfd_send_signal
            155, 161, 165, 166, 272, 308,  // pivot_root chroot mount umount2 unshare setns
            169, 175, 176, 313, 246, 320,  // reboot init_module delete_module finit_module kexec_load kexec_file_load
            248, 249, 250, 298, 321, 323,  // add_key request_key keyctl perf_event_open bpf userfaultfd
            304, 303, 133, 259, 90, 91, 92, 93, 94,  // open_by_handle_at name_to_handle_at mknod mknodat chmod fchmod chown fchown lchown
        ] + common, foreignABI: 0x4000_0000)
        #elseif arch(arm64)
        Architecture(audit: 0xC000_00B7, clone: 220, clone3: 435, refused: [
            198, 199, 200, 201, 202, 203, 242,  // socket socketpair bind listen accept connect accept4
            221, 281,  // execve execveat
            117, 270, 271, 272,  // ptrace process_vm_readv process_vm_writev kcmp
            129, 130, 131, 138, 240, 424,  // kill tkill tgkill rt_sigqueueinfo rt_tgsigqueueinfo pidfd_send_signal
            41, 51, 40, 39, 97, 268,  // pivot_root chroot mount umount2 unshare setns
            142, 105, 106, 273, 104, 294,  // reboot init_module delete_module finit_module kexec_load kexec_file_load
            217, 218, 219, 241, 280, 282,  // add_key request_key keyctl perf_event_open bpf userfaultfd
            265, 264, 33, 52, 53, 54, 55,  // open_by_handle_at name_to_handle_at mknodat fchmod fchmodat fchownat fchown
        ] + common, foreignABI: nil)
        #else
        nil
        #endif
    }

    private static let permissionDenied: UInt32 = 1
    private static let notImplemented: UInt32 = 38

    /// One instruction of `struct sock_filter`, packed little endian: code, jump if true, jump if false, operand.
    private static func instruction(_ code: UInt16, _ operand: UInt32, ifTrue: UInt8 = 0, ifFalse: UInt8 = 0) -> UInt64 {
        UInt64(code) | UInt64(ifTrue) << 16 | UInt64(ifFalse) << 24 | UInt64(operand) << 32
    }
    private static func load(_ offset: UInt32) -> UInt64 { instruction(0x20, offset) }
    private static func answer(_ value: UInt32) -> UInt64 { instruction(0x06, value) }
    private static let allow = answer(0x7FFF_0000)
    private static let killProcess = answer(0x8000_0000)
    private static func refuse(_ code: UInt32) -> UInt64 { answer(0x0005_0000 | code) }
    private static let equal: UInt16 = 0x15
    private static let atLeast: UInt16 = 0x35
    private static let anyBit: UInt16 = 0x45

    /// Offsets in `struct seccomp_data`.
    private static let numberOffset: UInt32 = 0
    private static let architectureOffset: UInt32 = 4
    private static let firstArgumentOffset: UInt32 = 16
    private static let threadFlag: UInt32 = 0x0001_0000

    static func program(for architecture: Architecture) -> [UInt64] {
        var code = [
            load(architectureOffset), instruction(equal, architecture.audit, ifTrue: 1), killProcess,
            load(numberOffset),
        ]
        if let foreign = architecture.foreignABI {
            code += [instruction(atLeast, foreign, ifFalse: 1), refuse(permissionDenied)]
        }
        code += [instruction(equal, architecture.clone3, ifFalse: 1), refuse(notImplemented)]
        for number in architecture.refused {
            code += [instruction(equal, number, ifFalse: 1), refuse(permissionDenied)]
        }
        code += [
            instruction(equal, architecture.clone, ifFalse: 3), load(firstArgumentOffset),
            instruction(anyBit, threadFlag, ifTrue: 1), refuse(permissionDenied),
        ]
        return code + [allow]
    }
}
