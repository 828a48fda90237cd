import Foundation
@testable import Store
import Testing

@Suite("The snapshot")
struct SnapshotTests {
    @Test("a copy taken while others write is whole: every chain verifies up to the position it names")
    func whileWriting() async throws {
        let kit = try await StoreKit()
        for n in 0..<50 { try await kit.append(4, to: "meeting:m\(n % 7)") }
        try await kit.checkpoint()
        let copies = try await withThrowingTaskGroup(of: [(String, Int64)].self) { group in
            group.addTask {
                for n in 0..<300 { try await kit.append(2, to: "meeting:m\(n % 7)", at: StoreKit.start + 20_000 + Int64(n)) }
                return []
            }
            group.addTask {
                var copies: [(String, Int64)] = []
                for n in 0..<5 {
                    let path = kit.folder.path + "/copy-\(n).sqlite"
                    copies.append((path, try await kit.store.snapshot(to: path)))
                }
                return copies
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(copies.count == 5)
        for (path, pos) in copies {
            let folder = path + ".d"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try FileManager.default.moveItem(atPath: path, toPath: folder + "/ecabinet.sqlite")
            let copy = try Store(.init(folder: folder, schemaFolder: kit.store.configuration.schemaFolder), logger: .quiet)
            let (finding, end) = try await copy.read { tx in (try LogVerifier.verify(in: tx), try tx.position()) }
            #expect(finding.fault == nil)
            #expect(Int64(finding.events) == pos && end == pos)
            #expect(pos >= 200)
            try copy.close()
        }
        #expect(try await kit.finding().fault == nil)
    }

    @Test("the copy is one file, without a journal beside it")
    func oneFile() async throws {
        let kit = try await StoreKit()
        try await kit.append(3, to: "meeting:a")
        let folder = kit.folder.path + "/backup"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        #expect(try await kit.store.snapshot(to: folder + "/copy.sqlite") == 3)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["copy.sqlite"])
    }
}
