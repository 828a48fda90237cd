#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Crypto

/// A PEM file of trust anchors, as far as the server looks into it: the armour is taken off, the certificates stay the worker's.
public struct AnchorFile: Sendable {
    private static let begin = "-----BEGIN CERTIFICATE-----"
    private static let end = "-----END CERTIFICATE-----"

    /// SHA-256 of each certificate, lower-case hex; empty where there is none to be read.
    public let fingerprints: [String]

    public init(_ bytes: [UInt8]) {
        var found: [String] = []
        var rest = String(decoding: bytes, as: UTF8.self)[...]
        while let start = rest.firstRange(of: Self.begin), let stop = rest[start.upperBound...].firstRange(of: Self.end) {
            let text = rest[start.upperBound..<stop.lowerBound].filter { !$0.isWhitespace }
            // A certificate is a DER sequence.
            if let der = Data(base64Encoded: String(text)), der.first == 0x30 { found.append(ContentDigest(SHA256.hash(data: der)).hex) }
            rest = rest[stop.upperBound...]
        }
        fingerprints = found
    }
}
