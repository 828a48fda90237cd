import Cabinet
import Foundation
import Rules
import Store

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
        for name in ["documents", "trust"] {
            let place = name == "trust" ? house.settings.trust : folder + "/" + name
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        }
        let partial = target + ".partial"
        try Tar.run([
            "--create", "--file", partial, "--exclude", ".incoming", "--directory", stage, "manifest.json", "ecabinet.sqlite", "--directory", folder, "documents",
            "--directory", (house.settings.trust as NSString).deletingLastPathComponent, "--transform",
            "s,^\((house.settings.trust as NSString).lastPathComponent),trust,", (house.settings.trust as NSString).lastPathComponent,
        ])
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: partial))
        try handle.synchronize()
        try handle.close()
        try FileManager.default.moveItem(atPath: partial, toPath: target)
        let bytes = try FileManager.default.attributesOfItem(atPath: target)[.size] as? Int ?? 0
        return "\(target): \(bytes) bytes, log position \(position). Keys are not in it; keep \(folder)/keys elsewhere."
    }

    /// What is left of a stage is only space; the next start of a backup does not mind it.
    private static func removeStage(_ stage: String) {
        do { try FileManager.default.removeItem(atPath: stage) } catch { FileHandle.standardError.write(Data("\(stage) stays behind: \(error)\n".utf8)) }
    }
}
