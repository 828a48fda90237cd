import GRDB
import Synchronization

/// Writes that arrive while one is being committed share the next commit: each in a savepoint of its own, so that a refusal
/// rolls back itself alone, and one sync of the disk for all. Nobody hears of his write before that sync.
final class GroupCommit: Sendable {
    /// Most writes in one transaction: bounds how long the first of them waits for the last.
    static let maxWrites = 64
    /// Most writes that may wait; the next is `StoreFault.busy`.
    static let maxWaiting = 20_000

    /// Tells a caller how it ended; with the fault of the commit, if that failed.
    private typealias Settle = @Sendable ((any Error)?) -> Void

    private struct Write: Sendable {
        /// Runs in a savepoint.
        let perform: @Sendable (Database) -> Settle
        /// Settles a write that never ran.
        let abandon: @Sendable (any Error) -> Void
    }

    private struct State {
        var waiting: [Write] = []
        var isDraining = false
    }

    private let pool: DatabasePool
    private let state = Mutex(State())

    init(_ pool: DatabasePool) { self.pool = pool }

    func perform<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let write = Write(
                perform: { database in
                    let result = Result { try Self.inSavepoint(database, body) }
                    return { fault in
                        if let fault, case .success = result { continuation.resume(throwing: fault) } else { continuation.resume(with: result) }
                    }
                },
                abandon: { continuation.resume(throwing: $0) })
            let starts: Bool? = state.withLock { state in
                guard state.waiting.count < Self.maxWaiting else { return nil }
                state.waiting.append(write)
                defer { state.isDraining = true }
                return !state.isDraining
            }
            guard let starts else { return write.abandon(StoreFault.busy) }
            if starts {
                pool.asyncWriteWithoutTransaction { database in self.drain(database) }
            }
        }
    }

    /// On the writer's own queue, until nothing waits.
    private func drain(_ database: Database) {
        while true {
            let writes = state.withLock { state in
                let writes = Array(state.waiting.prefix(Self.maxWrites))
                state.waiting.removeFirst(writes.count)
                if writes.isEmpty { state.isDraining = false }
                return writes
            }
            if writes.isEmpty { return }
            commit(writes, database)
        }
    }

    private func commit(_ writes: [Write], _ database: Database) {
        var performed: [Settle] = []
        do {
            try database.inTransaction(.immediate) {
                performed = writes.map { $0.perform(database) }
                return .commit
            }
            for settle in performed { settle(nil) }
        } catch {
            for settle in performed { settle(error) }
            for write in writes.dropFirst(performed.count) { write.abandon(error) }
        }
    }

    /// GRDB's own savepoints compile their statements each time; these are compiled once.
    private static func inSavepoint<T>(_ database: Database, _ body: (Database) throws -> T) throws -> T {
        // After a full disk SQLite may have ended the whole transaction: then nobody of this group may write on his own.
        guard database.isInsideTransaction else { throw StoreFault.groupLost }
        try database.cachedStatement(sql: "SAVEPOINT one_write").execute()
        do {
            let answer = try body(database)
            try database.cachedStatement(sql: "RELEASE SAVEPOINT one_write").execute()
            return answer
        } catch {
            undo(database)
            throw error
        }
    }

    /// What cannot be undone alone takes the whole group with it.
    private static func undo(_ database: Database) {
        guard database.isInsideTransaction else { return }
        do {
            try database.cachedStatement(sql: "ROLLBACK TO SAVEPOINT one_write").execute()
            try database.cachedStatement(sql: "RELEASE SAVEPOINT one_write").execute()
        } catch {
            try? database.rollback()
        }
    }
}
