import Crypto
import Foundation
import Rules
import Store
import Testing
@testable import Cabinet

@Suite("The one door")
struct DoorTests {
    @Test("the same key gives the stored receipt and no second effect")
    func replay() async throws {
        let city = try await City.built()
        let kit = city.kit
        let poll = try await city.openPoll(try await city.session())
        let key = RequestKey(text: "k1", digest: kit.cabinet.digest(path: "/polls/\(poll)/ballots", body: Array(#"{"choice":"for"}"#.utf8)))
        let command = CastVote(poll: poll, choice: .for, text: nil, sealedID: kit.newText())
        let first = try await kit.perform(command, as: city.chair, key: key)
        let before = try await kit.dump()
        kit.clock.advance(seconds: 60)
        let second = try await kit.perform(command, as: city.chair, key: key)
        #expect(first.seq == second.seq && first.receipt == second.receipt)
        #expect(try await kit.dump() == before)
    }

    @Test("the stored receipt is given even when the command would now be refused")
    func replayAfterClose() async throws {
        let city = try await City.built()
        let kit = city.kit
        let poll = try await city.openPoll(try await city.session())
        let key = RequestKey(text: "k1", digest: [1])
        let command = CastVote(poll: poll, choice: .for, text: nil, sealedID: kit.newText())
        let first = try await kit.perform(command, as: city.chair, key: key)
        try await kit.perform(ClosePoll(id: poll), as: city.admin)
        #expect(try await kit.perform(command, as: city.chair, key: key).receipt == first.receipt)
        #expect(try await kit.refusal(command, as: city.chair, key: RequestKey(text: "k2", digest: [1]))?.code == .pollNotOpen)
    }

    @Test("the same key with another request or for another command is refused and changes nothing")
    func mismatch() async throws {
        let city = try await City.built()
        let kit = city.kit
        let poll = try await city.openPoll(try await city.session())
        try await kit.perform(CastVote(poll: poll, choice: .for, text: nil, sealedID: kit.newText()), as: city.chair, key: .init(text: "k1", digest: [1]))
        let before = try await kit.dump()
        let other = CastVote(poll: poll, choice: .against, text: nil, sealedID: kit.newText())
        #expect(try await kit.refusal(other, as: city.chair, key: .init(text: "k1", digest: [2]))?.code == .idempotencyMismatch)
        #expect(try await kit.refusal(ClosePoll(id: poll), as: city.chair, key: .init(text: "k1", digest: [1]))?.code == .idempotencyMismatch)
        #expect(try await kit.dump() == before)
    }

    @Test("keys belong to their callers: another's key is free")
    func perCaller() async throws {
        let city = try await City.built()
        let kit = city.kit
        let poll = try await city.openPoll(try await city.session())
        let key = RequestKey(text: "k1", digest: [1])
        let mine = try await kit.perform(CastVote(poll: poll, choice: .for, text: nil, sealedID: kit.newText()), as: city.chair, key: key)
        let hers = try await kit.perform(CastVote(poll: poll, choice: .against, text: nil, sealedID: kit.newText()), as: city.vice, key: key)
        #expect(mine.receipt != hers.receipt)
        #expect(try await kit.number("SELECT COUNT(*) FROM ballot") == 2)
    }

    @Test("where even a digest would say too much, the key alone gives the stored answer")
    func withoutDigest() async throws {
        let city = try await City.built()
        let kit = city.kit
        let poll = try await city.openPoll(try await city.session())
        let first = try await kit.perform(CastVote(poll: poll, choice: .for, text: nil, sealedID: kit.newText()), as: city.chair, key: .init(text: "k1", digest: nil))
        let second = try await kit.perform(CastVote(poll: poll, choice: .against, text: nil, sealedID: kit.newText()), as: city.chair, key: .init(text: "k1", digest: [9]))
        #expect(first.receipt == second.receipt)
        #expect(try await city.view(poll, for: city.chair).mine == .choice(.for))
    }

    @Test("a refusal leaves nothing: no row, no fact, no lock, no receipt; the key is free again")
    func refusal() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        let before = try await kit.dump()
        let head = try await kit.read { tx in try tx.position() }
        let key = RequestKey(text: "k1", digest: [1])
        #expect(try await kit.refusal(AdvanceMeeting(id: meeting, transition: .open), as: city.admin, key: key)?.code == .meetingWrongState)
        #expect(try await kit.refusal(AdvanceMeeting(id: kit.newID(), transition: .open), as: city.admin, key: key)?.code == .notFound)
        #expect(try await kit.refusal(AdvanceMeeting(id: meeting, transition: .convene), as: city.outsider, key: key)?.code == .notFound)
        #expect(try await kit.refusal(AddAgendaItem(id: kit.newID(), meeting: meeting, draft: .init(title: "  ")), as: city.admin, key: key)?.code == .requestInvalid)
        #expect(try await kit.dump() == before)
        #expect(try await kit.read { tx in try tx.position() } == head)
        #expect(try await kit.refusal(AdvanceMeeting(id: meeting, transition: .convene), as: city.admin, key: key) == nil)
    }

    @Test("a refusal half way takes back the sealed row written before it")
    func refusalHalfWay() async throws {
        struct Late: Command {
            static let name: CommandName = "test.late"
            var meeting: MeetingID
            func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(meeting), .house] }
            func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {}
            func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
                _ = try act.vault.seal("nửa chừng", id: "late", at: act.at.ms, in: tx)
                try tx.execute("UPDATE meeting SET title = 'x' WHERE id = \(meeting.text)")
                try tx.record(.meetingChanged, in: .meeting(meeting), to: Audience(.meeting(meeting)), NoDetail(), by: act)
                throw Refusal(.versionStale)
            }
        }
        let city = try await City.built()
        let meeting = try await city.meeting()
        let before = try await city.kit.dump()
        #expect(try await city.kit.refusal(Late(meeting: meeting), as: city.admin)?.code == .versionStale)
        #expect(try await city.kit.dump() == before)
        #expect(try await city.kit.finding().fault == nil)
    }

    @Test("tables, facts and receipt of a command change in one transaction")
    func together() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let poll = try await city.openPoll(meeting)
        let head = try await kit.events(of: meeting).count
        async let writes: Void = {
            for voter in city.seats {
                _ = try await kit.perform(CastVote(poll: poll, choice: .for, text: nil, sealedID: kit.newText()), as: voter, key: .init(text: "k", digest: [1]))
            }
        }()
        // Readers see the ballot, its facts and its receipt, or none of them.
        for _ in 0..<50 {
            let (ballots, facts, receipts) = try await kit.read { tx in
                (
                    try tx.row("SELECT COUNT(*) AS n FROM ballot")!.int("n"),
                    try tx.row("SELECT COUNT(*) AS n FROM event WHERE stream = \("meeting:\(meeting)") AND seq > \(head)")!.int("n"),
                    try tx.row("SELECT COUNT(*) AS n FROM receipt WHERE command = 'vote.cast'")!.int("n")
                )
            }
            #expect(facts == ballots * 2 && receipts == ballots)
        }
        try await writes
    }

    @Test("a command that locks too many streams is refused")
    func tooManyStreams() async throws {
        struct Wide: Command {
            static let name: CommandName = "test.wide"
            var count: Int
            func streams(in tx: borrowing Transaction) -> [StreamID] { (0..<count).map { StreamID("meeting:w\($0)") } }
            func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {}
            func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done { Done(seq: 0) }
        }
        let kit = try await CabinetKit()
        #expect(try await kit.refusal(Wide(count: Cabinet.maxStreams), as: .operator) == nil)
        #expect(try await kit.refusal(Wide(count: Cabinet.maxStreams + 1), as: .operator)?.code == .storeTooManyStreams)
    }

    @Test("a change expected on another version is refused; on the version seen it is done")
    func expectation() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        let version = try await kit.read { tx in try Meetings.meeting(meeting, for: city.admin, in: tx).version }
        let command = AdvanceMeeting(id: meeting, transition: .convene)
        await #expect(throws: Refusal(.versionStale)) {
            try await kit.cabinet.perform(command, as: city.admin, expecting: .init(.meeting(meeting), in: [version + 1, version - 1]))
        }
        await #expect(throws: Refusal(.versionStale)) { try await kit.cabinet.perform(command, as: city.admin, expecting: .init(.meeting(meeting), in: [])) }
        // Who may not know of it learns nothing from its version.
        await #expect(throws: Refusal(.notFound)) { try await kit.cabinet.perform(command, as: city.outsider, expecting: .init(.meeting(meeting), in: [99])) }
        _ = try await kit.cabinet.perform(command, as: city.admin, expecting: .init(.meeting(meeting), in: [version, 77]))
        #expect(try await kit.read { tx in try Meetings.meeting(meeting, for: city.admin, in: tx).state } == .convened)
    }

    @Test("the instant of a fact is the instant of arrival, never before the fact before it")
    func instants() async throws {
        let city = try await City.built()
        let meeting = try await city.meeting()
        try await city.kit.perform(AdvanceMeeting(id: meeting, transition: .convene), as: city.admin, at: CabinetKit.start + 100)
        try await city.kit.perform(AddAgendaItem(id: city.kit.newID(), meeting: meeting, draft: .init(title: "Mục")), as: city.admin, at: CabinetKit.start + 50)
        let at = try await city.kit.events(of: meeting).map(\.at)
        #expect(at == at.sorted())
        #expect(at.last == (CabinetKit.start + 100).ms)
    }

    @Test("a digest of a request depends on path, body and the folder's own key")
    func digest() async throws {
        let (a, b) = (try await CabinetKit(), try await CabinetKit())
        let body = Array("{}".utf8)
        #expect(a.cabinet.digest(path: "/x", body: body) == a.cabinet.digest(path: "/x", body: body))
        #expect(a.cabinet.digest(path: "/x", body: body) != a.cabinet.digest(path: "/y", body: body))
        #expect(a.cabinet.digest(path: "/x", body: body) != a.cabinet.digest(path: "/x", body: body + [32]))
        #expect(a.cabinet.digest(path: "/x", body: Array("y".utf8)) != a.cabinet.digest(path: "/xy", body: []))
        #expect(a.cabinet.digest(path: "/x", body: body) != b.cabinet.digest(path: "/x", body: body))
        let again = try Cabinet(store: a.store, surroundings: .live, keysFolder: a.folder + "/keys", logger: .quiet)
        #expect(again.digest(path: "/x", body: body) == a.cabinet.digest(path: "/x", body: body))
    }
}
