import Examiner
import Foundation
import PaperWire
import Testing

@Suite("Forged and unusual documents")
struct ForgeryTests {
    struct Forgery: Decodable, CustomTestStringConvertible {
        var file: String
        var expected: String
        var signers: [String]?
        var subIndication: String?
        var level: String?
        var changesAfter: String?
        var testDescription: String { file }
    }

    struct Manifest: Decodable { var files: [Forgery] }

    static let all = SampleManifest.load(Fixtures.forgeries.appendingPathComponent("manifest.json"), Manifest.self)?.files ?? []

    @Test("each is judged for what it is", arguments: all)
    func verdict(_ forgery: Forgery) throws {
        let verdict: Verdict
        do {
            verdict = try Examiner().verify(path: Fixtures.forgery(forgery.file), policy: Fixtures.policy(Fixtures.forgeries))
        } catch let refused as Refused {
            #expect(forgery.expected == "REFUSED", "\(refused)")
            return
        }
        #expect((verdict.subIndication == "NO_SIGNATURE" ? "NO_SIGNATURE" : verdict.indication.rawValue) == forgery.expected)
        if let signers = forgery.signers { #expect(verdict.signatures.map { $0.signer?.name } == signers) }
        if let sub = forgery.subIndication { #expect(verdict.subIndication == sub) }
        if let level = forgery.level { #expect(verdict.signatures.first?.level == level) }
        if let changes = forgery.changesAfter { #expect(verdict.signatures.first?.changesAfter.rawValue == changes) }
    }
}
