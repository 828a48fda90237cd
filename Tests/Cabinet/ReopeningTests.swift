import Rules
import Store
import Testing
@testable import Cabinet

@Suite("Reopening")
struct ReopeningTests {
    @Test("a closed meeting opens again with a reason and a second person; minutes get a higher version, verdicts stay")
    func reopening() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let poll = try await city.openPoll(meeting)
        try await city.vote(poll, .for, by: Array(city.seats.prefix(4)))
        try await kit.perform(ClosePoll(id: poll), as: city.chair)
        #expect(try await kit.refusal(AskReopening(id: "r0", meeting: meeting, reason: "x"), as: city.clerk)?.code == .meetingWrongState)
        try await city.advance(meeting, .close, .approveMinutes)
        #expect(try await kit.refusal(AskReopening(id: "r1", meeting: meeting, reason: " "), as: city.clerk)?.fields.first?.pointer == "/reason")
        #expect(try await kit.refusal(AskReopening(id: "r1", meeting: meeting, reason: "x"), as: city.vice)?.code == .authForbidden)
        try await kit.perform(AskReopening(id: "r1", meeting: meeting, reason: "Thiếu một nội dung"), as: city.clerk)
        #expect(try await kit.refusal(AskReopening(id: "r2", meeting: meeting, reason: "Lại"), as: city.chair)?.code == .meetingWrongState)
        #expect(try await kit.refusal(DecideReopening(meeting: meeting, isApproved: true), as: city.clerk)?.parameters["needs"] == "another")
        try await kit.perform(DecideReopening(meeting: meeting, isApproved: true), as: city.chair)
        let view = try await kit.read { tx in try Meetings.meeting(meeting, for: city.vice, in: tx) }
        #expect(view.state == .open && view.closedAt == nil)
        let minutes = try await kit.read { tx in try Meetings.minutes(of: meeting, for: city.vice, vault: kit.cabinet.vault, in: tx) }
        #expect(minutes.version == 2 && !minutes.isApproved)
        #expect(try await city.view(poll, for: city.vice).result?.outcome == .adopted)
        try await city.advance(meeting, .close)
        #expect(try await kit.read { tx in try Meetings.reopenings(of: meeting, for: city.chair, in: tx) }.map(\.state) == ["approved"])
    }
}
