import Cabinet
import Foundation
import Logging
import Rules
import Store

/// Unpacks a backup into an empty folder, checks it whole, and begins a new epoch.
enum Restore {
    static func run(_ file: String, _ settings: Settings) async throws -> [String] {
        let folder = settings.data
        let present = FileManager.default.fileExists(atPath: folder) ? try FileManager.default.contentsOfDirectory(atPath: folder) : []
        guard present.isEmpty else { throw ExitWithSentence.refused("\(folder) is not empty; a backup is restored into an empty folder.") }
        guard FileManager.default.fileExists(atPath: file) else { throw ExitWithSentence.refused("There is no file \(file).") }
        let stage = folder + ".restoring"
        guard !FileManager.default.fileExists(atPath: stage) else { throw ExitWithSentence.refused("\(stage) is left from an interrupted restore; remove it first.") }
        try FileManager.default.createDirectory(atPath: stage, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        do {
            let lines = try await unpack(file, to: stage, settings)
            if FileManager.default.fileExists(atPath: folder) { try FileManager.default.removeItem(atPath: folder) }
            try FileManager.default.moveItem(atPath: stage, toPath: folder)
            return lines
        } catch {
            try FileManager.default.removeItem(atPath: stage)
            throw error
        }
    }

    private static func unpack(_ file: String, to stage: String, _ settings: Settings) async throws -> [String] {
        do {
            try Tar.run(["--extract", "--file", file, "--directory", stage, "--no-same-owner", "--no-same-permissions"])
        } catch {
            throw ExitWithSentence.refused("\(file) is no backup: it cannot be unpacked.")
        }
        guard let data = FileManager.default.contents(atPath: stage + "/manifest.json") else { throw ExitWithSentence.refused("\(file) is no backup: it has no manifest.") }
        let manifest = try JSONDecoder().decode(Backup.Manifest.self, from: data)
        guard manifest.format == Backup.format else { throw ExitWithSentence.refused("\(file) is a backup of an unknown format: \(manifest.format).") }
        guard try Digest.ofFile(stage + "/ecabinet.sqlite") == manifest.databaseSHA256 else {
            throw ExitWithSentence.refused("\(file) is damaged: its database is not the one its manifest names.")
        }
        var logger = Logger(label: "ecabinet")
        logger.logLevel = .warning
        let store = try Store(.init(folder: stage, schemaFolder: settings.home + "/Storage/Schema"), logger: logger)
        let finding = try await store.read { tx in try LogVerifier.verify(in: tx) }
        if let fault = finding.fault { throw ExitWithSentence.refused("\(file) is damaged: \(fault)") }
        let missing = try await missingPapers(store, stage)
        guard missing.isEmpty else { throw ExitWithSentence.refused("\(file) lacks papers: \(missing.prefix(5).joined(separator: ", "))") }
        try await store.beginEpoch(Surroundings.live.newID())
        try await store.checkpoint()
        try store.close()
        try FileManager.default.removeItem(atPath: stage + "/manifest.json")
        return [
            "Restored the state of \(manifest.createdAt): \(finding.events) events in \(finding.streams) streams, every chain whole.",
            "A new epoch has begun; screens fetch afresh. Put the keys folder back to read what is sealed.",
        ]
    }

    private static func missingPapers(_ store: Store, _ stage: String) async throws -> [String] {
        let digests = try await store.read { tx in
            var digests: [String] = []
            try tx.forEach("SELECT DISTINCT sha256 FROM document_version ORDER BY sha256") { digests.append($0.text("sha256")) }
            return digests
        }
        return try digests.filter { digest in
            let path = "\(stage)/documents/\(digest.prefix(2))/\(digest)"
            return try !FileManager.default.fileExists(atPath: path) || Digest.ofFile(path) != digest
        }
    }
}
