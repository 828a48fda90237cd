import Foundation
import Rules
import Store
import Testing
@testable import Cabinet

/// Personal or erasable content never enters the log: it lies sealed, the fact holds a commitment.
@Suite("Personal content")
struct PersonalContentTests {
    private static let reason = "Nằm viện điều trị ung thư"
    private static let announcement = "Ông Nguyễn Văn A bị mất thẻ ra vào"
    private static let opinion = "Tôi phản đối vì lý do gia đình"

    private func built() async throws -> (City, MeetingID, PollID) {
        let city = try await City.built()
        let meeting = try await city.session(absent: [city.vice])
        try await city.attend(meeting, [city.vice], .absent, reason: Self.reason)
        try await city.kit.perform(PostAnnouncement(meeting: meeting, text: Self.announcement, sealedID: "announcement"), as: city.clerk)
        let poll = try await city.openPoll(meeting)
        try await city.vote(poll, .against, by: [city.members[0]], text: Self.opinion)
        try await city.kit.perform(
            CastVote(poll: poll, choice: .abstain, text: Self.opinion, sealedID: "again"), as: city.members[1], key: .init(text: "k", digest: [1]))
        try await city.kit.perform(ClosePoll(id: poll), as: city.chair)
        return (city, meeting, poll)
    }

    @Test("reasons of absence, announcements and opinions are in no fact, no receipt and no other table")
    func nowhere() async throws {
        let (city, _, _) = try await built()
        let dump = try await city.kit.dump()
        #expect(dump["event"]!.contains("ballot.recorded") && dump["sealed"]!.split(separator: "\n").count == 4)
        for (table, text) in dump {
            for secret in [Self.reason, Self.announcement, Self.opinion, "ung thư", "mất thẻ", "gia đình"] {
                #expect(!text.contains(secret), "\(table) holds “\(secret)”")
            }
        }
    }

    @Test("not a byte of it is in the database's files")
    func files() async throws {
        let (city, _, _) = try await built()
        let folder = city.kit.folder + "/data"
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
            for secret in [Self.reason, Self.announcement, Self.opinion] { #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name)") }
        }
    }

    @Test("who hears of an announcement gets its words; once erased, null")
    func presented() async throws {
        let (city, meeting, _) = try await built()
        let kit = city.kit
        let event = try #require(try await kit.events(of: meeting).first { $0.kind == "announcement.posted" })
        #expect(try await kit.read { tx in try kit.cabinet.present(event, in: tx) } == #"{"text":"\#(Self.announcement)"}"#)
        let views = try await kit.read { tx in try Meetings.announcements(in: meeting, for: city.vice, vault: kit.cabinet.vault, tx: tx) }
        #expect(views.map(\.text) == [Self.announcement])
        try kit.cabinet.vault.erase("announcement")
        #expect(try await kit.read { tx in try kit.cabinet.present(event, in: tx) } == #"{"text":null}"#)
        #expect(try await kit.read { tx in try Meetings.announcements(in: meeting, for: city.vice, vault: kit.cabinet.vault, tx: tx) }.map(\.text) == [nil])
        #expect(try await kit.finding().fault == nil)
    }

    @Test("every other fact is presented as it stands in the log")
    func others() async throws {
        let (city, meeting, _) = try await built()
        for event in try await city.kit.events(of: meeting) where event.kind != "announcement.posted" {
            #expect(try await city.kit.read { tx in try city.kit.cabinet.present(event, in: tx) } == event.body)
        }
    }

    @Test("passwords and secrets of sessions are in the log and the receipts in no form")
    func secrets() async throws {
        let kit = try await CabinetKit()
        let id: UserID = kit.newID()
        let hash = "scrypt$16$8$1$00$1234567890abcdef"
        try await kit.perform(
            AddAccount(id: id, username: "a", name: "A", title: "", role: .member, unit: nil, passwordHash: hash), as: .operator, key: .init(text: "k", digest: [1]))
        let secret = Sessions.hash("a very secret secret")
        try await kit.perform(
            StartSession(id: "s", secretHash: secret, account: id, kind: .token, scope: .read, label: "máy quét", expiresAt: CabinetKit.start + 60), as: .operator,
            key: .init(text: "k2", digest: [1]))
        let dump = try await kit.dump()
        for table in ["event", "receipt", "stream"] {
            #expect(!dump[table]!.contains("scrypt") && !dump[table]!.contains("1234567890abcdef") && !dump[table]!.contains("máy quét"))
        }
        let hex = secret.map { String(format: "%02X", $0) }.joined()
        #expect(dump["session"]!.contains(hex) && !dump["event"]!.contains(hex) && !dump["event"]!.contains(hex.lowercased()))
    }
}
