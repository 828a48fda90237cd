import Crypto
import Foundation
import Proof

/// SHA-256 of a file, read in blocks.
enum Digest {
    private static let blockBytes = 1 << 20

    static func ofFile(_ path: String) throws -> String {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        var sha = SHA256()
        while let block = try handle.read(upToCount: blockBytes), !block.isEmpty { sha.update(data: block) }
        try handle.close()
        return Hex.encode(sha.finalize())
    }
}
