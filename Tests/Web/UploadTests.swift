import Crypto
import Foundation
import Paper
import Rules
import Testing
@testable import Web

/// `Repr-Digest` (RFC 9530): what the sender says the bytes are.
@Suite("Digests of uploads")
struct UploadTests {
    private static let digest = Array(SHA256.hash(data: Data("abc".utf8)))
    private static let base64 = Data(digest).base64EncodedString()

    private func refusal(_ header: String?) throws -> Refusal? {
        let stored = try #require(ContentDigest(hex: Self.digest.map { String(format: "%02x", $0) }.joined()))
        do throws(Refusal) {
            try Upload.check(header, against: stored)
            return nil
        } catch { return error }
    }

    @Test("no digest, the right one, and those of other algorithms are taken")
    func taken() throws {
        let good = "sha-256=:\(Self.base64):"
        for header in [nil, good, "SHA-256=:\(Self.base64):", "sha-512=:AAAA:", "sha-512=:AAAA:, \(good)", "\(good), md5=:AAAA:", ""] { #expect(try refusal(header) == nil, "\(header ?? "none")") }
    }

    @Test("another digest is a mismatch, wherever in the list it stands")
    func mismatch() throws {
        let other = Data(SHA256.hash(data: Data("abd".utf8))).base64EncodedString()
        for header in ["sha-256=:\(other):", "sha-512=:AAAA:, sha-256=:\(other):", "sha-256=:\(Self.base64):, sha-256=:\(other):", "sha-256=:\(Data(Self.digest.dropLast()).base64EncodedString()):", "sha-256=::"] {
            #expect(try refusal(header)?.code == .documentDigestMismatch, "\(header)")
        }
    }

    @Test("what is no base64 is said to be none", arguments: ["sha-256=:%%%:", "sha-256=:ungainly!:", "sha-256=:a:"])
    func malformed(header: String) throws {
        let refusal = try refusal(header)
        #expect(refusal?.code == .requestInvalid && refusal?.fields.first?.pointer == "Repr-Digest" && refusal?.fields.first?.reason == "field.digest-form")
    }
}
