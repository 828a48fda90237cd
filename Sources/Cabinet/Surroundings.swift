public import Rules
import Foundation
import Glibc

/// What lies outside the transaction, as closures: tests put their own in.
public struct Surroundings: Sendable {
    /// A fresh id: `[a-z0-9]`, 26 characters, 130 random bits.
    public var newID: @Sendable () -> String
    public var now: @Sendable () -> Timestamp
    public var random: @Sendable (Int) -> [UInt8]

    public init(newID: @escaping @Sendable () -> String, now: @escaping @Sendable () -> Timestamp, random: @escaping @Sendable (Int) -> [UInt8]) {
        self.newID = newID
        self.now = now
        self.random = random
    }

    public static let live = Surroundings(
        newID: {
            String(unsafeUninitializedCapacity: 26) { characters in
                for (index, byte) in randomBytes(26).enumerated() { characters[index] = idAlphabet[Int(byte & 31)] }
                return 26
            }
        },
        now: { Timestamp(ms: Int64(Date().timeIntervalSince1970 * 1000)) },
        random: randomBytes)

    private static let idAlphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// Most that getentropy(3) gives at once.
    private static let mostEntropyBytes = 256

    private static func randomBytes(_ count: Int) -> [UInt8] {
        // The kernel's own generator, asked once for all bytes: `SystemRandomNumberGenerator` asks it for every eight.
        [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
            for start in stride(from: 0, to: count, by: mostEntropyBytes) {
                let status = getentropy(bytes.baseAddress! + start, min(mostEntropyBytes, count - start))
                precondition(status == 0, "the system gives no random bytes")
            }
            filled = count
        }
    }
}
