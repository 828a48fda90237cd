import Foundation
import PaperWire
import Testing

@Suite("Jobs and replies on the wire")
struct WireTests {
    static let policy = VerificationPolicy(trustFolder: "/t", trustVersion: "v", atMS: 1, revocation: .hard)
    static let jobs: [Job] = [
        .inspect(path: "/a"), .render(path: "/a", page: 1, widthPx: 2, output: "/b"), .text(path: "/a", page: 3), .verify(path: "/a", policy: policy),
        .verifyDetached(signature: "/s", content: "/c", policy: policy), .photo(path: "/p", maxSidePx: 4, output: "/o"), .typeset(input: "/i", output: "/o"),
    ]

    @Test("every job survives the way", arguments: jobs)
    func job(_ job: Job) throws {
        #expect(try JSONDecoder().decode(Job.self, from: try JSONEncoder().encode(job)) == job)
    }

    @Test("the classes of change are in order of gravity")
    func changes() {
        #expect(ChangeClass.allCases == ChangeClass.allCases.sorted())
        #expect(ChangeClass.none < .evidence && ChangeClass.formFill < .annotation && ChangeClass.page < .forbidden)
    }

    @Test("what a verdict does not know it says as null")
    func nulls() throws {
        let verdict = Verdict(
            indication: .indeterminate, subIndication: nil, document: .init(sha256: "00", bytes: 1, pages: nil), trustList: .init(version: "v"),
            signatures: [SignatureVerdict(field: "a", indication: .passed)])
        let data = try JSONEncoder().encode(verdict)
        let json = String(decoding: data, as: UTF8.self)
        for key in ["subIndication", "signer", "signedAt", "level", "algorithm", "bestSignatureTime", "timeSource"] { #expect(json.contains("\"\(key)\":null"), "\(key)") }
        #expect(try JSONDecoder().decode(Verdict.self, from: data) == verdict)
    }
}
