import PaperWire
import Testing
@testable import Paper

@Suite("The trust folder")
struct TrustFolderTests {
    let scratch: Scratch
    let folder: TrustFolder

    init() throws {
        scratch = try Scratch()
        folder = try TrustFolder(folder: scratch.path + "/trust")
    }

    @Test("a folder that does not exist is an empty list")
    func empty() async throws {
        let list = try await folder.current()
        #expect(list.anchors.isEmpty && list.revocationLists.isEmpty)
        #expect(list.version.count == 16)
    }

    @Test("the version follows names and bytes, and nothing else")
    func version() async throws {
        var versions = [try await folder.current().version]
        try scratch.write("trust/root.pem", "A")
        versions.append(try await folder.current().version)
        try scratch.write("trust/root.pem", "B")
        versions.append(try await folder.current().version)
        try scratch.write("trust/other.crt", "A")
        versions.append(try await folder.current().version)
        try scratch.write("trust/crl/list", "C")
        versions.append(try await folder.current().version)
        try scratch.write("trust/list.crl", "C")
        versions.append(try await folder.current().version)
        #expect(Set(versions).count == versions.count)
        let before = versions.last!
        try scratch.write("trust/README", "not a certificate")
        try scratch.write("trust/.root.pem.swp", "hidden")
        try scratch.write("trust/root.pem", "B")
        #expect(try await folder.current().version == before)
        #expect(try await folder.current().version == folder.current().version)
        let elsewhere = try Scratch()
        for (name, content) in [("root.pem", "B"), ("other.crt", "A"), ("crl/list", "C"), ("list.crl", "C")] { try elsewhere.write("t/\(name)", content) }
        #expect(try await TrustFolder(folder: elsewhere.path + "/t").current().version == before)
    }

    @Test("anchors and revocation lists are told apart, and the policy names folder and version")
    func names() async throws {
        for name in ["b.pem", "a.CRT", "c.crl", "crl/d.der"] { try scratch.write("trust/\(name)", name) }
        let list = try await folder.current()
        #expect(list.anchors == ["a.CRT", "b.pem"])
        #expect(list.revocationLists == ["c.crl", "crl/d.der"])
        let policy = list.policy(atMS: 5, revocation: .hard)
        #expect(policy.trustFolder == scratch.path + "/trust")
        #expect(policy.trustVersion == list.version)
    }

    @Test("a byte cannot move from a name into a file unseen")
    func boundaries() async throws {
        try scratch.write("trust/a.pem", "1 b.pem 0 ")
        let one = try await folder.current().version
        try Disk.remove(scratch.path + "/trust/a.pem")
        try scratch.write("trust/a.pem", "1")
        try scratch.write("trust/b.pem", "")
        #expect(try await folder.current().version != one)
    }
}
