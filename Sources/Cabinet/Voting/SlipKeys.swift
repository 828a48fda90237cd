import Crypto
import Foundation
public import Rules
import Store

/// The keys under which slips of secret polls lie sealed while a poll is open: one file a poll in `DIR/keys/polls`, outside the
/// database and its backups. Destroyed once the poll is closed or void; what it sealed then says nothing to anybody.
public struct SlipKeys: Sendable {
    let folder: String

    /// - Parameter folder: `DIR/keys/polls`, readable by the server's user alone.
    public init(folder: String) throws {
        self.folder = folder
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// A new key for a poll that opens; on the disk before the poll is.
    func make(for poll: PollID) throws {
        try DurableFile.write(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }, to: path(poll))
    }

    /// Refuses `poll.key-lost` where the key is gone: after a restore, which never brings keys.
    func key(of poll: PollID) throws -> SlipKey {
        guard let raw = FileManager.default.contents(atPath: path(poll)) else { throw Refusal(.pollKeyLost) }
        return SlipKey(poll: poll, key: SymmetricKey(data: raw))
    }

    /// Overwrites and removes the key. A file system that copies on write, and a disk that spares cells, may keep the bytes for a while.
    func destroy(_ poll: PollID) throws {
        let path = path(poll)
        guard FileManager.default.fileExists(atPath: path) else { return }
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try handle.write(contentsOf: Data(repeating: 0, count: 32))
        try handle.synchronize()
        try handle.close()
        try FileManager.default.removeItem(atPath: path)
    }

    /// Polls that have a key.
    func polls() throws -> [PollID] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".key") }.sorted().map { PollID(trusted: String($0.dropLast(4))) }
    }

    private func path(_ poll: PollID) -> String { folder + "/" + poll.text + ".key" }
}

/// Seals and opens the slips of one poll.
struct SlipKey {
    /// What every slip is filled up to, so that its length says nothing; each place of an election adds the room of an id.
    static let plainBytes = 160
    static let bytesPerPlace = 72

    let poll: PollID
    let key: SymmetricKey

    func seal(_ slip: Slip, places: Int) throws -> [UInt8] {
        var plain = Array(try Canonical.encode(slip).utf8)
        let size = Self.plainBytes + places * Self.bytesPerPlace
        precondition(plain.count <= size, "a slip does not fit its envelope")
        plain += Array(repeating: UInt8(ascii: " "), count: size - plain.count)
        return Array(try AES.GCM.seal(plain, using: key, authenticating: Array(poll.text.utf8)).combined!)
    }

    func open(_ sealed: [UInt8]) throws -> Slip {
        do {
            let plain = try AES.GCM.open(try AES.GCM.SealedBox(combined: sealed), using: key, authenticating: Array(poll.text.utf8))
            return try Canonical.decode(Slip.self, from: String(decoding: plain, as: UTF8.self))
        } catch {
            throw StoreFault.sealBroken(poll.text)
        }
    }
}

/// What was voted, beside the number that only its voter knows.
public struct Slip: Codable, Hashable, Sendable {
    public var tracker: String
    public var choice: Choice?
    public var selections: [PollOptionID]?

    public init(tracker: String, choice: Choice? = nil, selections: [PollOptionID]? = nil) {
        self.tracker = tracker
        self.choice = choice
        self.selections = selections
    }

    public var vote: Vote { selections.map(Vote.selections) ?? .choice(choice ?? .abstain) }
}
