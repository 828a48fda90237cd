import Crypto
import CryptoExtras
import Foundation
public import NIOPosix
import Proof
import Rules

/// scrypt (RFC 7914), off the event loop and off the cooperative pool. Text form `scrypt$N$r$p$salt$key`, so that the cost may rise.
public struct PasswordHash: Sendable {
    /// Shortest password accepted (NIST SP 800-63B §3.1.1.2) and the longest worth hashing.
    public static let length = 8...200

    /// CPU and memory cost N; 32768 takes about 0.12 s. Tests take a small one.
    public var cost: Int
    private let threads: NIOThreadPool

    /// - Parameter threads: where hashing runs; bounded, so that a flood of sign-ins cannot take the machine.
    public init(cost: Int = 32768, threads: NIOThreadPool) {
        self.cost = cost
        self.threads = threads
    }

    /// - Throws: `request.invalid` for a password too short or too long.
    public func make(_ password: String, at pointer: String = "/password") async throws -> String {
        let clean = Array(password.precomposedStringWithCanonicalMapping.utf8)
        guard password.count >= Self.length.lowerBound, clean.count <= Self.length.upperBound * 4 else {
            throw Refusal.invalid(pointer, "field.password", ["minimum": "\(Self.length.lowerBound)"])
        }
        let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
        let cost = cost
        let key = try await threads.runIfActive { try Self.derive(clean, salt: salt, n: cost, r: 8, p: 1) }
        return "scrypt$\(cost)$8$1$\(Hex.encode(salt))$\(Hex.encode(key))"
    }

    /// Whether `password` is the one behind `stored`. Takes as long for an unknown account when given `decoy`.
    public func matches(_ password: String, _ stored: String) async throws -> Bool {
        let parts = stored.split(separator: "$")
        guard parts.count == 6, parts[0] == "scrypt", let n = Int(parts[1]), let r = Int(parts[2]), let p = Int(parts[3]),
            let salt = Hex.decode(parts[4]), let expected = Hex.decode(parts[5])
        else { return false }
        let clean = Array(password.precomposedStringWithCanonicalMapping.utf8.prefix(Self.length.upperBound * 4))
        let key = try await threads.runIfActive { try Self.derive(clean, salt: salt, n: n, r: r, p: p) }
        // Constant time: the difference is gathered, not searched for.
        return key.count == expected.count && zip(key, expected).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// Matches nothing; costs what a real one costs.
    public var decoy: String { "scrypt$\(cost)$8$1$\(String(repeating: "00", count: 16))$\(String(repeating: "00", count: 32))" }

    private static func derive(_ password: [UInt8], salt: [UInt8], n: Int, r: Int, p: Int) throws -> [UInt8] {
        try KDF.Scrypt.deriveKey(from: password, salt: salt, outputByteCount: 32, rounds: n, blockSize: r, parallelism: p).withUnsafeBytes { Array($0) }
    }
}
