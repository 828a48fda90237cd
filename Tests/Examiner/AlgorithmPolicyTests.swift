@testable import Examiner
import Testing

@Suite("Algorithm policy")
struct AlgorithmPolicyTests {
    private let longAgo = Instant(year: 2010, month: 1, day: 1)!
    private let today = Instant(year: 2026, month: 3, day: 5)!

    @Test("MD5 never counts, whatever proves its age")
    func md5() {
        #expect(!AlgorithmPolicy.accepts(.md5, at: longAgo))
    }

    @Test("SHA-1 counts only where a time-stamp proves it older than August 2012")
    func sha1() {
        #expect(AlgorithmPolicy.accepts(.sha1, at: longAgo))
        #expect(!AlgorithmPolicy.accepts(.sha1, at: Instant(year: 2012, month: 8, day: 1)!))
        #expect(!AlgorithmPolicy.accepts(.sha1, at: today))
    }

    @Test("every hash has a rule")
    func complete() {
        #expect(Set(AlgorithmPolicy.hashes.map(\.hash)) == Set(HashAlgorithm.allCases))
    }

    @Test("the mask of a PSS signature must be strong too")
    func mask() {
        #expect(AlgorithmPolicy.weakness(of: .rsaPSS(.sha256, mask: .sha1, saltBytes: 32), digest: .sha256, at: today) == "MGF1-SHA1")
        #expect(AlgorithmPolicy.weakness(of: .rsaPSS(.sha256, mask: .sha256, saltBytes: 32), digest: .sha256, at: today) == nil)
    }
}
