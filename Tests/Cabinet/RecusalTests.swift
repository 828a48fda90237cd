import Rules
import Store
import Testing
@testable import Cabinet

@Suite("Recusals")
struct RecusalTests {
    private func declare(_ city: City, _ meeting: MeetingID, _ item: AgendaItemID, _ user: Caller, as caller: Caller? = nil) async throws {
        let command = DeclareRecusal(meeting: meeting, item: item, user: user.id, reason: "Em trai là nhà thầu", sealedID: city.kit.newText())
        try await city.kit.perform(command, as: caller ?? user)
    }

    @Test("who takes no part gets no ballot and none of the item's papers, and stays in N and P")
    func effects() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let item = try await city.item(meeting)
        let (paper, other) = (try await city.paper(meeting, item: item), try await city.paper(meeting, digest: "b"))
        try await declare(city, meeting, item, city.vice)
        let papers = try await kit.read { tx in try Documents.list(of: meeting, for: city.vice, in: tx).map(\.id) }
        #expect(papers == [other])
        await #expect(throws: Refusal(.notFound)) { try await kit.read { tx in _ = try Documents.document(paper, for: city.vice, in: tx) } }
        #expect(try await kit.read { tx in try Documents.list(of: meeting, for: city.chair, in: tx).count } == 2)
        #expect(try await kit.read { tx in try Agenda.items(of: meeting, for: city.vice, in: tx).map(\.id) } == [item])
        let access = try #require(try await kit.read { tx in try Meetings.pushAccess(meeting, for: city.vice, in: tx) })
        let heard = try await kit.events(of: meeting).filter { Audience(logged: $0.audience).admits(access) }.map(\.kind)
        #expect(!heard.contains("document.added") || !access.contains(.papers(item)))
        #expect(access.contains(.item(item)))
        let poll = try await city.openPoll(meeting, item: item)
        #expect(try await kit.refusal(CastVote(poll: poll, choice: .for, text: nil, sealedID: "s"), as: city.vice)?.code == .ballotRecused)
        try await city.vote(poll, .for, by: [city.chair, city.members[0], city.members[1], city.members[2]])
        try await kit.perform(ClosePoll(id: poll), as: city.chair)
        let result = try #require(try await city.view(poll, for: city.chair).result)
        #expect(result.members == 7 && result.present == 7 && result.outcome == .adopted)
    }

    @Test("a verdict stands whatever is declared or taken back after the close")
    func frozen() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let item = try await city.item(meeting)
        let first = try await city.openPoll(meeting, item: item)
        try await city.vote(first, .for, by: Array(city.seats.prefix(4)))
        try await kit.perform(ClosePoll(id: first), as: city.chair)
        try await declare(city, meeting, item, city.vice)
        #expect(try await city.view(first, for: city.chair).result?.tally.for == 4)
        let second = try await city.openPoll(meeting, item: item)
        try await kit.perform(ClosePoll(id: second), as: city.chair)
        try await kit.perform(WithdrawRecusal(meeting: meeting, item: item, user: city.vice.id), as: city.vice)
        #expect(try await kit.number("SELECT COUNT(*) FROM poll_recusal WHERE poll = \(second.text)") == 1)
    }

    @Test("nothing is declared by one who has voted, and nothing taken back, while a poll on the item is open")
    func whileOpen() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let item = try await city.item(meeting)
        let poll = try await city.openPoll(meeting, item: item)
        try await city.vote(poll, .for, by: [city.vice])
        let voted = DeclareRecusal(meeting: meeting, item: item, user: city.vice.id, reason: "x", sealedID: "s1")
        #expect(try await kit.refusal(voted, as: city.vice) == Refusal(.recusalPollOpen, ["reason": "voted"]))
        try await declare(city, meeting, item, city.members[0])
        #expect(try await kit.refusal(WithdrawRecusal(meeting: meeting, item: item, user: city.members[0].id), as: city.clerk)?.code == .recusalPollOpen)
    }

    @Test("a member declares for himself, the secretary records for him; nobody else, and only for a seat")
    func who() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let item = try await city.item(meeting)
        func code(_ user: Caller, _ caller: Caller) async throws -> Refusal.Code? {
            try await kit.refusal(DeclareRecusal(meeting: meeting, item: item, user: user.id, reason: "x", sealedID: kit.newText()), as: caller)?.code
        }
        #expect(try await code(city.vice, city.members[0]) == .authForbidden)
        #expect(try await code(city.vice, city.outsider) == .notFound)
        #expect(try await code(city.clerk, city.clerk) == .requestInvalid)
        #expect(try await code(city.vice, city.clerk) == nil)
        let views = try await kit.read { tx in try Recusals.list(of: meeting, for: city.members[0], vault: kit.cabinet.vault, in: tx) }
        #expect(views.map(\.user) == [city.vice.id] && views.first?.reason == nil && views.first?.declaredHimself == false)
        #expect(try await kit.read { tx in try Recusals.list(of: meeting, for: city.vice, vault: kit.cabinet.vault, in: tx) }.first?.reason == "x")
    }
}
