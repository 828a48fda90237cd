import Crypto
import Foundation
import Proof
@testable import Store
import Testing

@Suite("The vault")
struct VaultTests {
    private static let secret = "Nghỉ ốm theo giấy của Bệnh viện Trung ương"

    @Test("sealed text is in no byte of the database, its log or its copies, nor in the key's file")
    func notInTheFile() async throws {
        let kit = try await StoreKit()
        let vault = try Vault(folder: kit.folder.path + "/sealed")
        let commitment = try await kit.store.write { tx in try vault.seal(Self.secret, id: "s1", at: StoreKit.start, in: tx) }
        let copy = kit.folder.path + "/copy.sqlite"
        _ = try await kit.store.snapshot(to: copy)
        let needles = [Self.secret, "Bệnh viện", Data(Self.secret.utf8).base64EncodedString(), Hex.encode(Array(Self.secret.utf8))]
        for file in try Self.files(below: kit.folder.path) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            for needle in needles { #expect(bytes.range(of: Data(needle.utf8)) == nil, "\(file) holds the sealed text") }
        }
        #expect(commitment.count == 64 && Hex.decode(commitment) != nil)
    }

    @Test("who holds the key reads the text")
    func open() async throws {
        let kit = try await StoreKit()
        let vault = try Vault(folder: kit.folder.path + "/sealed")
        for (id, text) in [("s1", Self.secret), ("s2", ""), ("s3", String(repeating: "ữ", count: 20_000))] {
            _ = try await kit.store.write { tx in try vault.seal(text, id: id, at: StoreKit.start, in: tx) }
            #expect(try await kit.store.read { tx in try vault.open(id, in: tx) } == text)
        }
    }

    @Test("the commitment is salted: the same words twice are not the same commitment")
    func salted() async throws {
        let kit = try await StoreKit()
        let vault = try Vault(folder: kit.folder.path + "/sealed")
        let commitments = try await kit.store.write { tx in
            try (1...8).map { try vault.seal(Self.secret, id: "s\($0)", at: StoreKit.start, in: tx) }
        }
        #expect(Set(commitments).count == 8)
        #expect(!commitments.contains(Hex.encode(SHA256.hash(data: Data(Self.secret.utf8)))))
    }

    @Test("erased text is nil for ever, and its neighbours are not touched")
    func erase() async throws {
        let kit = try await StoreKit()
        let vault = try Vault(folder: kit.folder.path + "/sealed")
        try await kit.store.write { tx in
            _ = try vault.seal(Self.secret, id: "s1", at: StoreKit.start, in: tx)
            _ = try vault.seal("còn lại", id: "s2", at: StoreKit.start, in: tx)
        }
        try vault.erase("s1")
        try vault.erase("s1")
        let (first, second) = try await kit.store.read { tx in (try vault.open("s1", in: tx), try vault.open("s2", in: tx)) }
        #expect(first == nil)
        #expect(second == "còn lại")
        #expect(try await kit.count("sealed") == 2)
    }

    @Test("what was never sealed is nil")
    func unknown() async throws {
        let kit = try await StoreKit()
        let vault = try Vault(folder: kit.folder.path + "/sealed")
        #expect(try await kit.store.read { tx in try vault.open("none", in: tx) } == nil)
    }

    @Test("a broken key is told, not taken for erasure", arguments: ["short", "wrong", "empty"])
    func brokenKey(how: String) async throws {
        let kit = try await StoreKit()
        let folder = kit.folder.path + "/sealed"
        let vault = try Vault(folder: folder)
        _ = try await kit.store.write { tx in try vault.seal(Self.secret, id: "s1", at: StoreKit.start, in: tx) }
        let key = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
        let bytes = how == "short" ? Data(repeating: 1, count: 5) : how == "wrong" ? Data(repeating: 1, count: 32) : Data()
        try bytes.write(to: URL(fileURLWithPath: folder + "/" + key))
        await #expect(throws: StoreFault.sealBroken("s1")) { try await kit.store.read { tx in try vault.open("s1", in: tx) } }
    }

    @Test("a sealed box under another id does not open: pieces cannot be swapped")
    func swapped() async throws {
        let kit = try await StoreKit()
        let folder = kit.folder.path + "/sealed"
        let vault = try Vault(folder: folder)
        try await kit.store.write { tx in
            _ = try vault.seal("một", id: "s1", at: StoreKit.start, in: tx)
            _ = try vault.seal("hai", id: "s2", at: StoreKit.start, in: tx)
        }
        try await kit.tamper("UPDATE sealed SET box = (SELECT box FROM sealed WHERE id = 's2') WHERE id = 's1'")
        let other = try Data(contentsOf: URL(fileURLWithPath: folder + "/s2.key"))
        try other.write(to: URL(fileURLWithPath: folder + "/s1.key"))
        await #expect(throws: StoreFault.sealBroken("s1")) { try await kit.store.read { tx in try vault.open("s1", in: tx) } }
    }

    @Test("keys are files of their owner alone, outside the database's folder of tables")
    func permissions() async throws {
        let kit = try await StoreKit()
        let folder = kit.folder.path + "/sealed"
        let vault = try Vault(folder: folder)
        _ = try await kit.store.write { tx in try vault.seal("x", id: "s1", at: StoreKit.start, in: tx) }
        for (path, mode) in [(folder, 0o700), (folder + "/s1.key", 0o600)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["s1.key"])
    }

    private static func files(below folder: String) throws -> [String] {
        let enumerator = try #require(FileManager.default.enumerator(atPath: folder))
        return enumerator.compactMap { $0 as? String }.map { folder + "/" + $0 }.filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
        }
    }
}
