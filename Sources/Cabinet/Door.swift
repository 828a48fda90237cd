import Crypto
import Foundation
import Synchronization
public import Logging
public import Rules
public import Store

/// The product behind one door: `perform` is the only writer, `read` the only reader.
public final class Cabinet: Sendable {
    /// Most streams one command may change; wider effects are commands issued by a follower.
    public static let maxStreams = 64
    /// Most looks at a command's streams before giving up on a moving target.
    static let maxLooks = 4
    /// How long a stored answer is kept (contract §2: at least 30 days).
    public static let receiptDays: Int64 = 45
    /// Most duplicates that hang on one report.
    static let maxDuplicates = 10_000
    /// How long a session that is over is still listed.
    static let sessionDays: Int64 = 90

    public let store: Store
    public let surroundings: Surroundings
    public let vault: Vault
    let slipKeys: SlipKeys
    let logger: Logger
    private let digestKey: SymmetricKey
    private let seededLaw = Mutex<ReportLaw?>(nil)

    /// - Parameter keysFolder: `DIR/keys`; holds what no backup may hold.
    public init(store: Store, surroundings: Surroundings = .live, keysFolder: String, logger: Logger) throws {
        self.store = store
        self.surroundings = surroundings
        self.logger = logger
        vault = try Vault(folder: keysFolder + "/sealed")
        slipKeys = try SlipKeys(folder: keysFolder + "/polls")
        let path = keysFolder + "/receipts.key"
        if let raw = FileManager.default.contents(atPath: path) {
            digestKey = SymmetricKey(data: raw)
        } else {
            digestKey = SymmetricKey(size: .bits256)
            try DurableFile.write(digestKey.withUnsafeBytes { Array($0) }, to: path)
        }
    }

    /// The law of reports: units, competence, limits, calendars. Loaded by `House.prepare`.
    public func law() throws -> ReportLaw {
        guard let law = seededLaw.withLock({ $0 }) else { throw StoreFault.schema("the law of reports was not loaded") }
        return law
    }

    /// From now on this is the law of reports.
    public func adopt(_ law: ReportLaw) { seededLaw.withLock { $0 = law } }

    /// A request's identity under an idempotency key: keyed, so that a stored digest tells nothing of a password in the request.
    public func digest(path: String, body: [UInt8]) -> [UInt8] {
        var mac = HMAC<SHA256>(key: digestKey)
        mac.update(data: Array(path.utf8) + [0])
        mac.update(data: body)
        return Array(mac.finalize())
    }

    /// Performs one command: lock, stored receipt, authorise, perform, append, store the receipt, commit, ring.
    /// - Parameters:
    ///   - key: the caller's idempotency key; the same key and digest give the stored answer and no second effect.
    ///   - at: the instant of arrival; now by default.
    ///   - expecting: the version the caller saw; another is `version.stale`.
    /// - Throws: `Refusal`, after which nothing has changed; `StoreFault` when the world failed.
    public func perform<C: Command>(_ command: C, as caller: Caller, key: RequestKey? = nil, at: Timestamp? = nil, expecting: Expectation? = nil) async throws -> C.Receipt {
        let act = Act(
            caller: caller, at: at ?? surroundings.now(), vault: vault, slipKeys: slipKeys, random: surroundings.random, seededLaw: seededLaw.withLock { $0 })
        let receipt = try await store.write { tx in
            let streams = try Self.lock(command, in: tx)
            if let key, let stored = try Self.storedReceipt(of: C.self, key: key, caller: caller, in: tx) { return stored }
            try Self.requireMoreThanAWall(caller, C.name)
            try command.authorise(caller, in: tx)
            try expecting?.check(in: tx)
            let receipt = try command.perform(act, in: tx)
            if let key { try Self.store(receipt, of: C.self, key: key, act: act, stream: streams.first, in: tx) }
            return receipt
        }
        command.afterCommit(self)
        return receipt
    }

    /// A screen on a wall signs in and out; it changes nothing.
    static func requireMoreThanAWall(_ caller: Caller, _ name: CommandName) throws(Refusal) {
        guard caller.person?.role == .screen, name != StartSession.name, name != EndSession.name else { return }
        throw Refusal(.authForbidden, ["reason": "screen"])
    }

    /// What was answered to a request under a key; nil before `keepAnswer`.
    public func answer(to key: RequestKey, of caller: Caller) async throws -> String? {
        try await store.read { tx in try tx.row("SELECT answer FROM receipt WHERE actor = \(caller.actor) AND key = \(key.text)")?.optionalText("answer") }
    }

    /// Keeps the answer beside its receipt, so that the same request gets the same answer after things have moved on.
    public func keepAnswer(_ answer: String, to key: RequestKey, of caller: Caller) async throws {
        try await store.write { tx in _ = try tx.execute("UPDATE receipt SET answer = \(answer) WHERE actor = \(caller.actor) AND key = \(key.text) AND answer IS NULL") }
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (borrowing Transaction) throws -> T) async throws -> T {
        try await store.read(body)
    }

    /// Locks the command's streams in sorted order and asks again, until nothing new turns up.
    private static func lock(_ command: some Command, in tx: borrowing Transaction) throws -> [StreamID] {
        var locked: Set<StreamID> = []
        for _ in 0..<maxLooks {
            let wanted = Set(try command.streams(in: tx))
            guard wanted.count <= maxStreams else { throw Refusal(.storeTooManyStreams, ["limit": "\(maxStreams)"]) }
            let missing = wanted.subtracting(locked)
            if missing.isEmpty { return locked.sorted() }
            for stream in missing.sorted() { try tx.lock(stream) }
            locked.formUnion(missing)
        }
        preconditionFailure("the streams of \(type(of: command).name) do not settle")
    }

    private static func storedReceipt<C: Command>(of: C.Type, key: RequestKey, caller: Caller, in tx: borrowing Transaction) throws -> C.Receipt? {
        guard let row = try tx.row("SELECT command, digest, body FROM receipt WHERE actor = \(caller.actor) AND key = \(key.text)") else { return nil }
        let digest = row.optionalBlob("digest")
        guard row.text("command") == C.name.text, digest == nil || digest == key.digest else {
            throw Refusal(.idempotencyMismatch, fields: [.init(pointer: "Idempotency-Key", reason: "field.key-reused")])
        }
        return try Canonical.decode(C.Receipt.self, from: row.text("body"))
    }

    private static func store<C: Command>(_ receipt: C.Receipt, of: C.Type, key: RequestKey, act: Act, stream: StreamID?, in tx: borrowing Transaction) throws {
        let seq = try stream.map { try tx.head(of: $0) } ?? 0
        try tx.execute(
            """
            INSERT INTO receipt (actor, key, command, digest, stream, seq, body, at)
            VALUES (\(act.caller.actor), \(key.text), \(C.name.text), \(key.digest), \(stream?.text ?? ""), \(seq), \(try Canonical.encode(receipt)), \(act.at.ms))
            """)
    }
}

/// An idempotency key as it came with a request.
public struct RequestKey: Hashable, Sendable {
    /// Longest key accepted.
    public static let maxLength = 128
    public let text: String
    /// From `Cabinet.digest`; nil where even a digest would say too much (secret ballots).
    public let digest: [UInt8]?

    public init(text: String, digest: [UInt8]?) {
        self.text = text
        self.digest = digest
    }
}
