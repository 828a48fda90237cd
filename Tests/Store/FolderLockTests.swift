import Foundation
@testable import Store
import Testing

@Suite("The folder's lock")
struct FolderLockTests {
    @Test("only one holds a data folder; given back, the next may take it")
    func exclusive() throws {
        let scratch = try TemporaryFolder()
        let folder = scratch.path + "/data"
        let first = try FolderLock(folder: folder)
        #expect(throws: StoreFault.folderInUse(folder)) { try FolderLock(folder: folder) }
        first.release()
        let second = try FolderLock(folder: folder)
        #expect(throws: StoreFault.folderInUse(folder)) { try FolderLock(folder: folder) }
        second.release()
    }

    @Test("another process is kept out as well, and a process that ends lets go")
    func otherProcess() throws {
        let scratch = try TemporaryFolder()
        let lock = try FolderLock(folder: scratch.path)
        #expect(try Self.tryLock(scratch.path) != 0)
        lock.release()
        #expect(try Self.tryLock(scratch.path) == 0)
        try FolderLock(folder: scratch.path).release()
    }

    @Test("two folders have two locks")
    func independent() throws {
        let (a, b) = (try TemporaryFolder(), try TemporaryFolder())
        let locks = [try FolderLock(folder: a.path), try FolderLock(folder: b.path)]
        for lock in locks { lock.release() }
    }

    @Test("a folder that is not there is made, for its owner alone")
    func made() throws {
        let scratch = try TemporaryFolder()
        let lock = try FolderLock(folder: scratch.path + "/new/data")
        let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path + "/new/data")
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o700)
        lock.release()
    }

    /// flock(1) of util-linux: 0 when it got the lock.
    private static func tryLock(_ folder: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
        process.arguments = ["--nonblock", "--exclusive", folder + "/lock", "true"]
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
