import Crypto
import Foundation
public import Paper
import PaperWire
import Proof
import Rules

/// Sets the council's papers (minutes, slips, reports on slips, invitations) as PDF and keeps each by the digest of what it says: the same paper is set once.
public struct MinutesPress: Sendable {
    private let layout: MinutesLayout
    private let workers: WorkerPool
    private let folder: String

    /// - Parameters:
    ///   - layoutFile: `Storage/Seeds/layouts/decree-30.json`.
    ///   - folder: where set papers are kept: a cache, like renders.
    public init(layoutFile: String, workers: WorkerPool, folder: String) throws {
        layout = try JSONDecoder().decode(MinutesLayout.self, from: Data(contentsOf: URL(fileURLWithPath: layoutFile)))
        try layout.validated()
        self.workers = workers
        self.folder = folder
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// The PDF and the digest of its content.
    /// - Parameter glossed: with the English of what the record knows in both languages.
    public func pdf(_ view: MinutesView, glossed: Bool = false) async throws -> (bytes: [UInt8], digest: String) {
        try await pdf(MinutesPaper.paper(view, layout: layout, glossed: glossed))
    }

    public func pdf(_ sheet: SlipSheet) async throws -> (bytes: [UInt8], digest: String) { try await pdf(SlipPaper.paper(sheet, layout: layout)) }

    public func pdf(_ report: SlipReport) async throws -> (bytes: [UInt8], digest: String) { try await pdf(SlipPaper.paper(report, layout: layout)) }

    public func pdf(_ sheet: InvitationSheet) async throws -> (bytes: [UInt8], digest: String) { try await pdf(InvitationPaper.paper(sheet, layout: layout)) }

    private func pdf(_ paper: PaperWire.Paper) async throws -> (bytes: [UInt8], digest: String) {
        let json = Data(try Canonical.encode(paper).utf8)
        let digest = Hex.encode(SHA256.hash(data: json))
        let place = "\(folder)/\(digest).pdf"
        if let set = FileManager.default.contents(atPath: place) { return (Array(set), digest) }
        let work = "\(folder)/\(digest)-\(UInt64.random(in: .min ... .max))"
        try json.write(to: URL(fileURLWithPath: work + ".json"))
        defer { unlink(work + ".json") }
        _ = try await workers.typeset(input: work + ".json", output: work + ".pdf", priority: .interactive)
        guard rename(work + ".pdf", place) == 0, let set = FileManager.default.contents(atPath: place) else { throw PaperFault.crashed("the worker left no paper") }
        return (Array(set), digest)
    }
}
