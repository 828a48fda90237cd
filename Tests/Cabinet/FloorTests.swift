import Rules
import Store
import Testing
@testable import Cabinet

@Suite("The floor")
struct FloorTests {
    private func ask(_ city: City, _ meeting: MeetingID, _ caller: Caller) async throws -> FloorRequestID {
        try await city.kit.perform(RequestFloor(id: city.kit.newID(), meeting: meeting, item: nil), as: caller).id
    }

    private func floor(_ city: City, _ meeting: MeetingID, _ caller: Caller? = nil) async throws -> FloorView {
        let caller = caller ?? city.vice
        return try await city.kit.read { tx in try Floor.floor(of: meeting, for: caller, in: tx) }
    }

    @Test("who asks stands in the list once, in the order of asking until the chair says otherwise")
    func order() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let first = try await ask(city, meeting, city.vice)
        let second = try await ask(city, meeting, city.members[0])
        #expect(try await ask(city, meeting, city.vice) == first)
        #expect(try await floor(city, meeting).waiting.map(\.id) == [first, second])
        try await kit.perform(ArrangeFloor(meeting: meeting, order: [second]), as: city.chair)
        #expect(try await floor(city, meeting).waiting.map(\.id) == [second, first])
        #expect(try await floor(city, meeting).waiting.map(\.place) == [1, 2])
        #expect(try await kit.refusal(ArrangeFloor(meeting: meeting, order: [second, second]), as: city.chair)?.fields.first?.reason == "floor.not-waiting")
        #expect(try await kit.refusal(ArrangeFloor(meeting: meeting, order: [second]), as: city.vice)?.code == .authForbidden)
        try await kit.perform(StepFloor(meeting: meeting, request: first, step: .withdraw), as: city.vice)
        #expect(try await kit.refusal(StepFloor(meeting: meeting, request: second, step: .withdraw), as: city.vice)?.code == .authForbidden)
        try await kit.perform(ArrangeFloor(meeting: meeting, isClosed: true), as: city.chair)
        #expect(try await kit.refusal(RequestFloor(id: kit.newID(), meeting: meeting, item: nil), as: city.vice)?.code == .floorClosed)
    }

    @Test("the clock counts what was spoken: it stands in a pause, and the next speaker ends the one before")
    func clock() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let item = try await city.item(meeting)
        try await kit.perform(PointToItem(meeting: meeting, item: item), as: city.chair)
        let (first, second) = (try await ask(city, meeting, city.vice), try await ask(city, meeting, city.members[0]))
        try await kit.perform(StepFloor(meeting: meeting, request: first, step: .grant, limitMS: 180_000), as: city.chair)
        kit.clock.advance(seconds: 100)
        try await city.advance(meeting, .pause)
        kit.clock.advance(seconds: 600)
        try await city.advance(meeting, .resume)
        let paused = try #require(try await floor(city, meeting).speaker)
        #expect(paused.state == .paused && paused.clock == SpeechClock(spokenMS: 100_000, limitMS: 180_000))
        try await kit.perform(StepFloor(meeting: meeting, request: first, step: .resume), as: city.chair)
        kit.clock.advance(seconds: 20)
        try await kit.perform(StepFloor(meeting: meeting, request: second, step: .grant), as: city.chair)
        #expect(try await kit.number("SELECT spoken_ms FROM floor_request WHERE id = \(first.text)") == 120_000)
        #expect(try await floor(city, meeting).speaker?.id == second)
        #expect(try await floor(city, meeting).speaker?.clock.limitMS == Floor.usualLimitMS)
        try await kit.perform(StepFloor(meeting: meeting, request: second, step: .end), as: city.members[0])
        #expect(try await kit.refusal(StepFloor(meeting: meeting, request: second, step: .pause), as: city.chair)?.code == .floorWrongState)
        let speeches = try await kit.read { tx in
            try Meetings.minutes(of: meeting, for: city.admin, vault: kit.cabinet.vault, in: tx).record.agenda.first { $0.title == "Dự thảo nghị quyết" }?.speeches.map(\.person.name)
        }
        #expect(speeches == ["Trần Thị Phó", "Ủy viên 0"])
    }

    @Test("who wanted to speak before the session stands in the list when his item comes, once, if he is here and takes part")
    func wanted() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        let (first, item) = (try await city.item(meeting, "Một"), try await city.item(meeting, "Hai"))
        try await city.advance(meeting, .convene)
        for member in [city.members[1], city.vice, city.members[2], city.members[3]] {
            try await kit.perform(SetPosition(meeting: meeting, item: item, stance: nil, wantsToSpeak: true), as: member)
        }
        try await kit.perform(DeclareRecusal(meeting: meeting, item: item, user: city.members[2].id, reason: "x", sealedID: "s"), as: city.members[2])
        try await city.attend(meeting, city.seats.filter { $0 != city.members[3] })
        try await city.advance(meeting, .open)
        #expect(try await floor(city, meeting).waiting.isEmpty)
        try await kit.perform(PointToItem(meeting: meeting, item: item), as: city.chair)
        #expect(try await floor(city, meeting).waiting.map(\.user) == [city.vice.id, city.members[1].id])
        let own = try #require(try await floor(city, meeting).waiting.first?.id)
        try await kit.perform(StepFloor(meeting: meeting, request: own, step: .withdraw), as: city.vice)
        try await kit.perform(PointToItem(meeting: meeting, item: first), as: city.chair)
        try await kit.perform(PointToItem(meeting: meeting, item: item), as: city.chair)
        #expect(try await floor(city, meeting).waiting.map(\.user) == [city.members[1].id])
    }
}
