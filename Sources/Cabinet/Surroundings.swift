public import Rules
import Crypto
import Foundation

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
            let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
            return String(randomBytes(26).map { alphabet[Int($0 & 31)] })
        },
        now: { Timestamp(ms: Int64(Date().timeIntervalSince1970 * 1000)) },
        random: randomBytes)

    private static func randomBytes(_ count: Int) -> [UInt8] {
        SymmetricKey(size: .init(bitCount: count * 8)).withUnsafeBytes { Array($0) }
    }
}
