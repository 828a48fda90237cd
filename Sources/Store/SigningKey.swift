import Crypto
import Foundation
import Proof

/// The server's own Ed25519 key in `DIR/keys/server.key`: signs checkpoints and verdicts. Never in the database or a backup.
public struct SigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    public init(folder: String) throws {
        let path = folder + "/server.key"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        if let raw = FileManager.default.contents(atPath: path) {
            key = try Curve25519.Signing.PrivateKey(rawRepresentation: raw)
        } else {
            key = Curve25519.Signing.PrivateKey()
            try DurableFile.write(Array(key.rawRepresentation), to: path)
        }
    }

    public func sign(_ bytes: [UInt8]) throws -> [UInt8] { Array(try key.signature(for: bytes)) }

    /// Raw 32 bytes.
    public var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

    /// First sixteen hex digits of the SHA-256 of the public key.
    public var id: String { String(Hex.encode(SHA256.hash(data: publicKey)).prefix(16)) }

    public static func isValid(_ signature: [UInt8], over bytes: [UInt8], by publicKey: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(signature, for: bytes)
    }
}
