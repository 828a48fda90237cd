import Cabinet
import Foundation
import Rules
import Store
import Glibc

/// One tar file: manifest, database snapshot, documents, trust. Never keys: what is sealed stays sealed.
enum Backup {
    /// First line of what the manifest says; a file without it is no backup.
    static let format = "ecabinet.backup.v1"

    struct Manifest: Codable {
        var format: String
        var createdAt: String
        /// Global position of the log in the snapshot.
        var position: Int64
        var databaseSHA256: String
    }

    /// Taken while the server works: the snapshot first, then the documents, so that every paper the snapshot knows is in it.
    /// - Returns: a sentence about what was written.
    static func write(to file: String, of house: OpenHouse) async throws -> String {
        let target = URL(fileURLWithPath: file).standardizedFileURL.path
        guard !FileManager.default.fileExists(atPath: target) else { throw ExitWithSentence.refused("\(target) is there already; a backup never overwrites.") }
        let folder = house.settings.data
        let stage = folder + "/backup-" + house.cabinet.surroundings.newID()
        try FileManager.default.createDirectory(atPath: stage, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { removeStage(stage) }
        let (key, now) = (house.signingKey, house.cabinet.surroundings.now())
        try await house.store.write { tx in try Checkpoint.write(at: now.ms, by: key, in: tx) }
        let position = try await house.store.snapshot(to: stage + "/ecabinet.sqlite")
        let manifest = Manifest(format: format, createdAt: now.rfc3339, position: position, databaseSHA256: try Digest.ofFile(stage + "/ecabinet.sqlite"))
        try JSONEncoder().encode(manifest).write(to: URL(fileURLWithPath: stage + "/manifest.json"))
        try await linkPapers(of: house, from: stage + "/ecabinet.sqlite", to: stage + "/documents")
        try copyTrust(house.settings.trust, to: stage + "/trust")
        let partial = target + ".partial"
        do {
            try Tar.run(["--create", "--file", partial, "--directory", stage, "manifest.json", "ecabinet.sqlite", "documents", "trust"])
        } catch {
            unlink(partial)
            throw error
        }
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: partial))
        try handle.synchronize()
        try handle.close()
        try FileManager.default.moveItem(atPath: partial, toPath: target)
        let bytes = try FileManager.default.attributesOfItem(atPath: target)[.size] as? Int ?? 0
        return "\(target): \(bytes) bytes, log position \(position). Keys are not in it; keep \(folder)/keys elsewhere."
    }

    /// Stored content never changes, so a second name for it is a copy: of what the snapshot knows, and of nothing else.
    private static func linkPapers(of house: OpenHouse, from snapshot: String, to stage: String) async throws {
        try FileManager.default.createDirectory(atPath: stage, withIntermediateDirectories: true)
        for digest in try Store.contentDigests(inSnapshot: snapshot) {
            let shelf = "\(stage)/\(digest.prefix(2))"
            try FileManager.default.createDirectory(atPath: shelf, withIntermediateDirectories: true)
            guard link("\(house.settings.data)/documents/\(digest.prefix(2))/\(digest)", "\(shelf)/\(digest)") == 0 else {
                throw ExitWithSentence.failed("The paper \(digest) cannot be put into the backup: \(String(cString: strerror(errno))).")
            }
        }
    }

    private static func copyTrust(_ folder: String, to stage: String) throws {
        if FileManager.default.fileExists(atPath: folder) {
            try FileManager.default.copyItem(atPath: folder, toPath: stage)
        } else {
            try FileManager.default.createDirectory(atPath: stage, withIntermediateDirectories: true)
        }
    }

    /// What is left of a stage is only space; the next start of a backup does not mind it.
    private static func removeStage(_ stage: String) {
        do { try FileManager.default.removeItem(atPath: stage) } catch { FileHandle.standardError.write(Data("\(stage) stays behind: \(error)\n".utf8)) }
    }
}
