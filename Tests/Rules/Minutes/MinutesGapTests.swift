import Foundation
import Rules
import Testing

@Suite("What minutes lack")
struct MinutesGapTests {
    @Test("complete minutes lack nothing")
    func complete() { #expect(MinutesFixture.record.missing() == []) }

    struct Hole: Sendable, CustomTestStringConvertible {
        var code: String
        var change: @Sendable (inout MinutesRecord) -> Void
        var testDescription: String { code }
    }

    static let holes = [
        Hole(code: "body") { $0.body = "" },
        Hole(code: "title") { $0.title = "" },
        Hole(code: "convening-ground") { $0.conveningGround = nil },
        Hole(code: "closed-at") { $0.closedAt = nil },
        Hole(code: "place") { $0.place = "" },
        Hole(code: "opened-at") { $0.openedAt = nil },
        Hole(code: "quorum") { $0.quorum = nil },
        Hole(code: "presiding") { $0.presiding = nil },
        Hole(code: "presiding-ground") { $0.presidingGround = nil },
        Hole(code: "clerk") { $0.clerk = nil },
        Hole(code: "roster") { $0.roster = [] },
        Hole(code: "member.1.attendance") { $0.roster[0].attendance = nil },
        Hole(code: "member.3.absence-reason") { $0.roster[2].absenceReason = nil },
        Hole(code: "agenda") { $0.agenda = [] },
        Hole(code: "item.1.submitter") { $0.agenda[0].submitter = "" },
        Hole(code: "item.2.rapporteur") { $0.agenda[1].rapporteur = "" },
        Hole(code: "item.1.conclusion") { $0.agenda[0].conclusion = "" },
        Hole(code: "poll.1.open") { $0.agenda[0].polls[0].state = .open },
        Hole(code: "poll.1.result") { $0.agenda[0].polls[0].result = nil },
        Hole(code: "poll.1.list") { $0.agenda[0].polls[0].named = [] },
        Hole(code: "poll.1.awaiting") { $0.agenda[0].polls[0].result?.outcome = .awaitingChairman },
        Hole(code: "poll.2.annul-reason") { $0.agenda[1].polls[0].annulReason = nil },
        Hole(code: "poll.3.list") { $0.agenda[1].polls[1].slips = [] },
        Hole(code: "record-hash") { $0.recordHash = nil },
    ]

    @Test("each hole is named", arguments: holes)
    func hole(hole: Hole) {
        var record = MinutesFixture.record
        hole.change(&record)
        #expect(record.missing() == [hole.code])
        #expect(record.gaps().allSatisfy { !$0.text.vi.isEmpty && !$0.text.en.isEmpty })
    }

    @Test("who left early was not absent")
    func leftEarly() {
        var record = MinutesFixture.record
        record.roster[1].attendance = .absent
        #expect(record.missing() == [])
    }

    @Test("circulated opinions need no room and no quorum")
    func circulated() {
        var record = MinutesFixture.record
        record.type = .circulated
        record.place = ""
        record.quorum = nil
        record.openedAt = nil
        record.roster[0].attendance = nil
        #expect(record.missing() == [])
    }

    @Test("a record survives JSON")
    func json() throws {
        let record = MinutesFixture.record
        #expect(try JSONDecoder().decode(MinutesRecord.self, from: JSONEncoder().encode(record)) == record)
    }
}
