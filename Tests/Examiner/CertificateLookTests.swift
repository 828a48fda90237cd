import Examiner
import Foundation
import PaperWire
import Testing

@Suite("What certificates say of themselves")
struct CertificateLookTests {
    @Test("an authority tells its name, validity and fingerprint")
    func authority() throws {
        let path = Fixtures.signatures.appendingPathComponent("trust/root-national.pem").path
        let looks = try Examiner().certificates(path: path)
        #expect(looks.count == 1 && looks[0].isAuthority && looks[0].subject == looks[0].issuer && looks[0].sha256.count == 64)
        #expect(looks[0].validFrom < looks[0].validUntil)
    }

    @Test("several in one file are told in their order, and what is no certificate is refused")
    func several() throws {
        let files = try ["root-national.pem", "root-specialised.pem"].map { try Fixtures.bytes(Fixtures.signatures.appendingPathComponent("trust/" + $0).path) }
        let each = try files.map { try Fixtures.withFile($0) { try Examiner().certificates(path: $0) } }
        #expect(try Fixtures.withFile(files[0] + Array("\n".utf8) + files[1]) { try Examiner().certificates(path: $0) } == each[0] + each[1])
        for other in ["", "nothing", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"] {
            try Fixtures.withFile(Array(other.utf8)) { path in #expect(throws: Refused.self) { try Examiner().certificates(path: path) } }
        }
    }

    @Test("a named file is an anchor like those of the folder")
    func named() throws {
        let nowhere = VerificationPolicy(trustFolder: "/nonexistent", trustVersion: "none", atMS: Fixtures.dayAfterMS)
        var named = nowhere
        named.anchorFiles = ["root-national.pem", "root-national-ec.pem", "root-specialised.pem"].map { Fixtures.signatures.appendingPathComponent("trust/" + $0).path }
        let (examiner, path) = (Examiner(), Fixtures.sample("ok-bb-rsa2048.pdf"))
        #expect(try examiner.verify(path: path, policy: nowhere).indication == .indeterminate)
        #expect(try examiner.verify(path: path, policy: named).indication == .passed)
        #expect(try examiner.verify(path: path, policy: nowhere).indication == .indeterminate)
    }
}
