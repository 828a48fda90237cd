import Paper
import PaperWire
import Rules
import Store
import Testing
@testable import Cabinet

@Suite("Uploaded trust anchors")
struct TrustAnchorTests {
    static let look = CertificateLook(
        sha256: "f1", subject: "CA gốc", issuer: "CA gốc", validFrom: "2020-01-01T00:00:00Z", validUntil: "2040-01-01T00:00:00Z", isAuthority: true)

    private func add(_ name: String, _ sha256: String = "aa", folder: String = "folder-1") -> AddTrustAnchor {
        AddTrustAnchor(anchor: name, sha256: sha256, certificates: [Self.look], folderVersion: folder)
    }

    private func facts(_ city: City) async throws -> [TrustFact] {
        try await city.kit.read { tx in try tx.rows("SELECT body FROM event WHERE kind = 'trust.changed' ORDER BY pos").map { try Canonical.decode(TrustFact.self, from: $0.text("body")) } }
    }

    @Test("an upload is kept with who and when, and the log says which certificates and which version")
    func added() async throws {
        let city = try await City.built()
        try await city.kit.perform(add("goc.pem"), as: city.admin)
        let stored = try await city.kit.read { tx in try TrustAnchors.stored(in: tx) }
        #expect(stored.map(\.name) == ["goc.pem"] && stored[0].certificates == [Self.look] && stored[0].addedBy != nil)
        let version = TrustList.version(folder: "folder-1", stored: [("goc.pem", "aa")])
        let told = try await facts(city)
        #expect(told.map(\.version) == [version] && told[0].fingerprints == ["f1"] && told[0].source == .stored && told[0].change == "added")
    }

    @Test("the same bytes under the same name change nothing, other bytes are refused")
    func again() async throws {
        let city = try await City.built()
        try await city.kit.perform(add("goc.pem"), as: city.admin)
        #expect(try await city.kit.perform(add("goc.pem"), as: city.admin).seq == 0)
        #expect(try await facts(city).count == 1)
        await #expect(throws: Refusal.invalid("/name", "field.anchor-taken")) { try await city.kit.perform(add("goc.pem", "bb"), as: city.admin) }
        await #expect(throws: Refusal.invalid("/name", "field.anchor-name")) { try await city.kit.perform(add("../goc.pem"), as: city.admin) }
        await #expect(throws: Refusal.invalid("/pem", "field.no-certificate")) {
            try await city.kit.perform(AddTrustAnchor(anchor: "x.pem", sha256: "cc", certificates: [], folderVersion: "1"), as: city.admin)
        }
    }

    @Test("what is taken out is gone from the list, stands in the log, and may come again")
    func removed() async throws {
        let city = try await City.built()
        try await city.kit.perform(add("goc.pem"), as: city.admin)
        try await city.kit.perform(RemoveTrustAnchor(anchor: "goc.pem", folderVersion: "folder-1"), as: city.admin)
        #expect(try await city.kit.read { tx in try TrustAnchors.stored(in: tx) }.isEmpty)
        let last = try await facts(city).last
        #expect(last?.change == "removed" && last?.version == "folder-1")
        await #expect(throws: Refusal(.notFound)) { try await city.kit.perform(RemoveTrustAnchor(anchor: "goc.pem", folderVersion: "folder-1"), as: city.admin) }
        await #expect(throws: Refusal.self) { try await city.kit.perform(RemoveTrustAnchor(anchor: "goc.pem", folderVersion: "folder-1"), as: city.clerk) }
        try await city.kit.perform(add("goc.pem", "bb"), as: city.admin)
    }

    @Test("the version of the list changes with the folder, with each name and with each file, and not with their order")
    func versions() {
        let one = [(name: "a.pem", sha256: "1"), (name: "b.pem", sha256: "2")]
        let version = TrustList.version(folder: "f", stored: one)
        #expect(TrustList.version(folder: "f", stored: []) == "f")
        #expect(version == TrustList.version(folder: "f", stored: one.reversed()) && version.count == 16)
        for other in [[one[0]], [(name: "a.pem", sha256: "2"), (name: "b.pem", sha256: "1")], [(name: "a.pe", sha256: "1"), (name: "mb.pem", sha256: "2")]] {
            #expect(TrustList.version(folder: "f", stored: other) != version)
        }
        #expect(TrustList.version(folder: "g", stored: one) != version)
    }
}
