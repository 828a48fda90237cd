import Examiner
import Foundation
import PaperWire
import Testing

@Suite("The sample documents")
struct SampleTests {
    @Test("every sample has exactly the verdict its manifest gives", arguments: SampleManifest.samples)
    func exactVerdict(_ sample: SampleManifest.Sample) throws {
        let verdict = try Self.verify(sample)
        #expect(Self.word(verdict) == sample.expected)
        try #require(verdict.signatures.count == sample.signatures.count)
        for (found, wanted) in zip(verdict.signatures, sample.signatures) {
            #expect(found.signer?.name == wanted.signer)
            #expect(found.indication.rawValue == wanted.indication)
            #expect((wanted.coversAccept ?? [wanted.coversWholeDocument]).contains(found.coversWholeDocument))
            if !wanted.subIndications.isEmpty { #expect(wanted.subIndications.contains(found.subIndication ?? "")) }
            if wanted.isSeal == true { #expect(found.signer?.kind == .seal) } else { #expect(found.signer?.kind == .person) }
            if wanted.hasTimestamp == true { #expect(found.timeSource == "timestamp") }
            switch wanted.modification {
            case "LTA_UPDATES": #expect(found.changesAfter == .evidence)
            case "FORM_FILLING": #expect(found.changesAfter == .formFill)
            case "OTHER": #expect(found.changesAfter == .page)
            default: break
            }
        }
    }

    @Test("without fresh revocation data nothing passes where it is demanded", arguments: SampleManifest.samples)
    func hardRevocation(_ sample: SampleManifest.Sample) throws {
        #expect(Self.word(try Self.verify(sample, revocation: .hard)) == sample.expectedHardRevocation)
    }

    @Test("without trust anchors every chain is open, and the administrator is told", arguments: SampleManifest.samples)
    func noAnchors(_ sample: SampleManifest.Sample) throws {
        let verdict = try Self.verify(sample, trust: "no-such-folder")
        #expect(verdict.indication != .passed)
        for signature in verdict.signatures where signature.indication == .indeterminate && signature.subIndication == "NO_CERTIFICATE_CHAIN_FOUND" {
            #expect(signature.reasons.first?.code == "trust.no-anchors")
        }
    }

    @Test("every verdict that is no pass says why, in both languages", arguments: SampleManifest.samples)
    func reasons(_ sample: SampleManifest.Sample) throws {
        for signature in try Self.verify(sample).signatures {
            if signature.indication != .passed { #expect(!signature.reasons.isEmpty) }
            for reason in signature.reasons {
                #expect(!reason.code.isEmpty && reason.vi.count > 20 && reason.en.count > 20 && reason.vi != reason.en)
                #expect(Array(reason.vi.unicodeScalars) == Array(reason.vi.precomposedStringWithCanonicalMapping.unicodeScalars))
            }
        }
    }

    private static func verify(_ sample: SampleManifest.Sample, revocation: VerificationPolicy.Revocation = .soft, trust: String? = nil) throws -> Verdict {
        var policy = Fixtures.policy(Fixtures.signatures, revocation: revocation)
        if let trust { policy.trustFolder = Fixtures.sample(trust) }
        guard let content = sample.content else { return try Examiner().verify(path: Fixtures.sample(sample.file), policy: policy) }
        return try Examiner().verifyDetached(signature: Fixtures.sample(sample.file), content: Fixtures.sample(content), policy: policy)
    }

    private static func word(_ verdict: Verdict) -> String { verdict.subIndication == "NO_SIGNATURE" ? "NO_SIGNATURE" : verdict.indication.rawValue }
}
