import Cabinet
import Foundation
import Logging
import NIOPosix
import Rules
import Store

/// An opened data folder: the lock, the store, the door, the keys. The server and the operator's verbs begin here.
struct OpenHouse: Sendable {
    let settings: Settings
    let lock: FolderLock
    let store: Store
    let cabinet: Cabinet
    let signingKey: SigningKey
    let passwords: PasswordHash
    let logger: Logger

    /// Threads that hash passwords: few, so that a flood of sign-ins cannot take the machine.
    private static let passwordThreads = 2

    static func open(_ settings: Settings, logger: Logger) async throws -> OpenHouse {
        let lock = try FolderLock(folder: settings.data)
        let store = try Store(.init(folder: settings.data, schemaFolder: settings.home + "/Storage/Schema"), logger: logger)
        let keys = settings.data + "/keys"
        let cabinet = try Cabinet(store: store, keysFolder: keys, logger: logger)
        try await House.prepare(cabinet, seedsFolder: settings.home + "/Storage/Seeds")
        let signingKey = try SigningKey(folder: keys)
        let threads = NIOThreadPool(numberOfThreads: passwordThreads)
        threads.start()
        return OpenHouse(
            settings: settings, lock: lock, store: store, cabinet: cabinet, signingKey: signingKey,
            passwords: PasswordHash(cost: settings.passwordCost, threads: threads), logger: logger)
    }

    /// A last checkpoint; the log goes into the database file; the lock is given back.
    func close() async throws {
        let (key, now) = (signingKey, cabinet.surroundings.now())
        do {
            try await store.write { tx in try Checkpoint.write(at: now.ms, by: key, in: tx) }
        } catch let fault as StoreFault {
            logger.critical("no checkpoint was signed: \(fault)")
        }
        try await store.checkpoint()
        try store.close()
        lock.release()
    }
}
