import Examiner
import Foundation
import PaperWire
import Testing

@Suite("Signatures beside their content")
struct DetachedTests {
    @Test("PEM armour changes nothing")
    func armoured() throws {
        let body = Data(try Fixtures.bytes(Fixtures.sample("cades-ok.p7s"))).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
        let verdict = try verify(Array("-----BEGIN CMS-----\n\(body)\n-----END CMS-----\n".utf8))
        #expect(verdict.indication == .passed)
        #expect(verdict.signatures.first?.level == "CAdES-B-B")
        #expect(verdict.document.pages == nil)
    }

    @Test("bytes behind the signature are not passed over")
    func trailing() throws {
        #expect(try verify(try Fixtures.bytes(Fixtures.sample("cades-ok.p7s")) + [1, 2, 3]).indication == .failed)
    }

    @Test("no changed byte of the signed part passes")
    func flips() throws {
        let original = try Fixtures.bytes(Fixtures.sample("cades-ok.p7s"))
        var passed: [Int] = []
        for place in stride(from: 0, to: original.count, by: 11) {
            var bytes = original
            bytes[place] ^= 0x04
            do {
                if try verify(bytes).indication == .passed { passed.append(place) }
            } catch is Refused {
                continue
            }
        }
        // Version numbers and the list of digest algorithms are not signed and not relied upon.
        #expect(passed.allSatisfy { $0 < 60 || $0 > 2000 }, "\(passed)")
    }

    @Test("another text is another content")
    func content() throws {
        let signature = Fixtures.sample("cades-ok.p7s")
        let other = try Fixtures.withFile(Array("khác".utf8)) { try Examiner().verifyDetached(signature: signature, content: $0, policy: Fixtures.policy(Fixtures.signatures)) }
        #expect(other.subIndication == "HASH_FAILURE")
    }

    private func verify(_ signature: [UInt8]) throws -> Verdict {
        try Fixtures.withFile(signature) { path in
            try Examiner().verifyDetached(signature: path, content: Fixtures.sample("cades-ok.content.txt"), policy: Fixtures.policy(Fixtures.signatures))
        }
    }
}
