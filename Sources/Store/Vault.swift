import Crypto
import Foundation
import Proof

/// Seals personal or erasable content: each piece under a key of its own, the key in a file outside the database and its
/// backups. Destroying the file erases the content; the chain stays whole, because it holds only a salted commitment.
public struct Vault: Sendable {
    let folder: String

    /// - Parameter folder: `DIR/keys/sealed`, readable by the server's user alone.
    public init(folder: String) throws {
        self.folder = folder
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Seals `text` under `id` and returns the commitment that may stand in an event.
    /// The key is on disk before the row is, so a crash between leaves a key without a row, never a row without a key.
    public func seal(_ text: String, id: String, at ms: Int64, in tx: borrowing Transaction) throws -> String {
        let key = SymmetricKey(size: .bits256)
        let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
        let plain = salt + Array(text.utf8)
        let box = try AES.GCM.seal(plain, using: key, authenticating: Array(id.utf8))
        let commitment = Hex.encode(SHA256.hash(data: plain))
        try DurableFile.write(key.withUnsafeBytes { Array($0) }, to: path(id), permissions: 0o600)
        try tx.execute("INSERT INTO sealed (id, box, commitment, at) VALUES (\(id), \(Array(box.combined!)), \(commitment), \(ms))")
        return commitment
    }

    /// The sealed text; nil once it has been erased.
    public func open(_ id: String, in tx: borrowing Transaction) throws -> String? {
        guard let row = try tx.row("SELECT box FROM sealed WHERE id = \(id)") else { return nil }
        guard let key = FileManager.default.contents(atPath: path(id)) else { return nil }
        do {
            let box = try AES.GCM.SealedBox(combined: row.blob("box"))
            let plain = try AES.GCM.open(box, using: SymmetricKey(data: key), authenticating: Array(id.utf8))
            return String(decoding: plain.dropFirst(16), as: UTF8.self)
        } catch {
            throw StoreFault.sealBroken(id)
        }
    }

    /// The commitment made when the text was sealed; it outlives the text.
    public func commitment(of id: String, in tx: borrowing Transaction) throws -> String? {
        try tx.row("SELECT commitment FROM sealed WHERE id = \(id)")?.text("commitment")
    }

    /// Destroys the key. What it sealed is gone for good, in every backup too.
    public func erase(_ id: String) throws {
        guard FileManager.default.fileExists(atPath: path(id)) else { return }
        try FileManager.default.removeItem(atPath: path(id))
    }

    private func path(_ id: String) -> String { folder + "/" + id + ".key" }
}
