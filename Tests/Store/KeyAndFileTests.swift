import Foundation
@testable import Store
import Testing

@Suite("The server's key, and small files")
struct KeyAndFileTests {
    @Test("the key is made once and found again, for its owner alone")
    func key() throws {
        let scratch = try TemporaryFolder()
        let folder = scratch.path + "/keys"
        let first = try SigningKey(folder: folder)
        let second = try SigningKey(folder: folder)
        #expect(first.publicKey == second.publicKey && first.publicKey.count == 32)
        #expect(first.id == second.id && first.id.count == 16)
        let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/server.key")
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        #expect(try SigningKey(folder: scratch.path + "/others").publicKey != first.publicKey)
    }

    @Test("a signature holds for its bytes and its key alone")
    func signatures() throws {
        let scratch = try TemporaryFolder()
        let key = try SigningKey(folder: scratch.path + "/a")
        let other = try SigningKey(folder: scratch.path + "/b")
        let bytes = Array("Nghị quyết".utf8)
        let signature = try key.sign(bytes)
        #expect(SigningKey.isValid(signature, over: bytes, by: key.publicKey))
        #expect(!SigningKey.isValid(signature, over: bytes + [0], by: key.publicKey))
        #expect(!SigningKey.isValid(signature, over: bytes, by: other.publicKey))
        #expect(!SigningKey.isValid(Array(signature.dropLast()), over: bytes, by: key.publicKey))
        #expect(!SigningKey.isValid([], over: bytes, by: key.publicKey))
        #expect(!SigningKey.isValid(signature, over: bytes, by: [1, 2, 3]))
    }

    @Test("a key file that is no key stops the start, it is never replaced")
    func brokenKey() throws {
        let scratch = try TemporaryFolder()
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: scratch.path + "/server.key"))
        #expect(throws: (any Error).self) { try SigningKey(folder: scratch.path) }
        #expect(FileManager.default.contents(atPath: scratch.path + "/server.key") == Data([1, 2, 3]))
    }

    @Test("a small file is the old one or the new one, and nothing is left beside it")
    func durableFile() throws {
        let scratch = try TemporaryFolder()
        let path = scratch.path + "/small"
        for bytes in [[1, 2, 3], [], [UInt8](repeating: 7, count: 200_000)] as [[UInt8]] {
            try DurableFile.write(bytes, to: path)
            #expect(FileManager.default.contents(atPath: path) == Data(bytes))
            #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["small"])
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        #expect(throws: (any Error).self) { try DurableFile.write([1], to: scratch.path + "/none/small") }
    }
}
