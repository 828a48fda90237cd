import Rules
import Store
import Testing
@testable import Cabinet

@Suite("The order of an agenda")
struct AgendaOrderTests {
    private func numbers(_ meeting: MeetingID, _ city: City, for caller: Caller? = nil) async throws -> String {
        try await city.kit.read { tx in
            try Agenda.items(of: meeting, for: caller ?? city.clerk, in: tx).map { "\($0.label) \($0.title)" }.joined(separator: ", ")
        }
    }

    private func move(_ item: AgendaItemID, _ meeting: MeetingID, under parent: AgendaItemID? = nil, _ place: Int? = nil) -> MoveAgendaItem {
        MoveAgendaItem(id: item, meeting: meeting, parent: parent, place: place)
    }

    @Test("items stand below one another, take what is below them along, and numbers are the same whoever reads")
    func order() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        let (a, b, c) = (try await city.item(meeting, "A"), try await city.item(meeting, "B"), try await city.item(meeting, "C"))
        try await kit.perform(move(b, meeting, under: a), as: city.clerk)
        let d = try await kit.perform(AddAgendaItem(id: kit.newID(), meeting: meeting, draft: .init(title: "D"), parent: b), as: city.clerk)
        #expect(d.number == 3)
        #expect(try await numbers(meeting, city) == "1 A, 1.1 B, 1.1.1 D, 2 C")
        #expect(try await kit.perform(move(a, meeting, under: nil, 2), as: city.clerk).seq > 0)
        #expect(try await numbers(meeting, city) == "1 C, 2 A, 2.1 B, 2.1.1 D")
        #expect(try await kit.perform(move(a, meeting, under: nil, 2), as: city.clerk).seq == 0)
        #expect(try await kit.refusal(move(a, meeting, under: d.id), as: city.clerk)?.fields.first?.reason == "agenda.circle")
        #expect(try await kit.refusal(move(c, meeting, under: d.id), as: city.clerk)?.fields.first?.reason == "agenda.too-deep")
        #expect(try await kit.refusal(AddAgendaItem(id: kit.newID(), meeting: meeting, draft: .init(title: "E"), parent: d.id), as: city.clerk)?.fields.first?.pointer == "/parentId")
        let elsewhere = try await city.item(try await city.meeting())
        #expect(try await kit.refusal(move(c, meeting, under: elsewhere), as: city.clerk)?.fields.first?.reason == "field.unknown-item")
        #expect(try await kit.refusal(move(elsewhere, meeting), as: city.clerk)?.code == .notFound)
        #expect(try await kit.refusal(RemoveAgendaItem(id: b, meeting: meeting), as: city.clerk)?.fields.first?.reason == "agenda.has-items-below")
        try await kit.perform(EditAgendaItem(id: c, meeting: meeting, draft: .init(title: "C"), number: 2), as: city.clerk)
        #expect(try await numbers(meeting, city) == "1 A, 1.1 B, 1.1.1 D, 2 C")
        try await kit.perform(SetItemAccess(meeting: meeting, item: a, visibility: .internal, isClosed: nil), as: city.clerk)
        try await kit.perform(Invite(meeting: meeting, user: city.guest.id, capacity: ""), as: city.clerk)
        try await city.advance(meeting, .convene)
        #expect(try await numbers(meeting, city, for: city.guest) == "1.1 B, 1.1.1 D, 2 C")
        #expect(try await kit.refusal(move(c, meeting, under: nil, 1), as: city.vice)?.code == .authForbidden)
        try await kit.perform(RemoveAgendaItem(id: d.id, meeting: meeting), as: city.clerk)
        #expect(try await numbers(meeting, city) == "1 A, 1.1 B, 2 C")
    }

    @Test("during the session items are arranged live; one with a conclusion keeps its number, and after the close all do")
    func freeze() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        let (a, b, c) = (try await city.item(meeting, "A"), try await city.item(meeting, "B"), try await city.item(meeting, "C"))
        try await city.advance(meeting, .convene)
        try await city.attend(meeting, city.seats)
        try await city.advance(meeting, .open)
        try await kit.perform(move(c, meeting, under: nil, 2), as: city.clerk)
        #expect(try await numbers(meeting, city) == "1 A, 2 C, 3 B")
        let seen = try await kit.read { tx in try Meetings.meeting(meeting, for: city.chair, in: tx).currentItem }
        #expect(seen == a)
        try await kit.perform(WriteConclusion(meeting: meeting, item: a, text: "Nhất trí"), as: city.clerk)
        let refused = try await kit.refusal(move(b, meeting, under: nil, 1), as: city.clerk)
        #expect(refused?.code == .agendaNumbersFrozen && refused?.parameters["number"] == "1")
        #expect(try await kit.refusal(EditAgendaItem(id: b, meeting: meeting, draft: .init(title: "B"), number: 1), as: city.clerk)?.code == .agendaNumbersFrozen)
        try await kit.perform(move(b, meeting, under: a), as: city.clerk)
        #expect(try await numbers(meeting, city) == "1 A, 1.1 B, 2 C")
        let late = try await city.item(meeting, "Bổ sung")
        try await city.advance(meeting, .close)
        let record = try await kit.read { tx in try Meetings.minutes(of: meeting, for: city.admin, vault: kit.cabinet.vault, in: tx).record }
        #expect(record.draft().map(\.heading).filter { $0.first?.isNumber == true } == ["1. A", "1.1. B", "2. C", "3. Bổ sung"])
        #expect(try await kit.refusal(move(c, meeting, under: nil, 1), as: city.clerk)?.code == .meetingWrongState)
        try await kit.perform(AskReopening(id: kit.newText(), meeting: meeting, reason: "Ghi sót"), as: city.clerk)
        try await kit.perform(DecideReopening(meeting: meeting, isApproved: true), as: city.chair)
        #expect(try await kit.refusal(move(late, meeting, under: c), as: city.clerk)?.code == .agendaNumbersFrozen)
        #expect(try await kit.refusal(RemoveAgendaItem(id: late, meeting: meeting), as: city.clerk)?.code == .agendaNumbersFrozen)
        try await city.item(meeting, "Sau cùng")
        #expect(try await numbers(meeting, city) == "1 A, 1.1 B, 2 C, 3 Bổ sung, 4 Sau cùng")
    }

    @Test("the consent list follows the order of the agenda, and an item below another is put like any")
    func consent() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        let (a, b, c) = (try await city.item(meeting, "A"), try await city.item(meeting, "B"), try await city.item(meeting, "C"))
        var polls: [AgendaItemID: PollID] = [:]
        for item in [a, b, c] {
            polls[item] = try await kit.perform(
                CreatePoll(
                    id: kit.newID(), meeting: meeting, title: "Thông qua?", item: item, subject: nil, method: .approval, secrecy: .open, rules: nil, show: .atClose, closesAt: nil),
                as: city.clerk
            ).id
        }
        try await kit.perform(move(c, meeting, under: a), as: city.clerk)
        try await city.advance(meeting, .convene)
        func proposed() async throws -> [PollID] { try await kit.read { tx in try ConsentList.list(of: meeting, for: city.chair, at: kit.clock.now, in: tx).proposed } }
        #expect(try await proposed() == [a, c, b].map { polls[$0]! })
        try await kit.perform(PullOut(meeting: meeting, item: c), as: city.vice)
        try await kit.perform(DeclareRecusal(meeting: meeting, item: c, user: city.vice.id, reason: "Có liên quan", sealedID: kit.newText()), as: city.vice)
        try await kit.perform(move(c, meeting, under: nil, 1), as: city.clerk)
        #expect(try await numbers(meeting, city) == "1 C, 2 A, 3 B")
        #expect(try await proposed() == [a, b].map { polls[$0]! })
        let recusals = try await kit.read { tx in try Recusals.list(of: meeting, for: city.clerk, vault: kit.cabinet.vault, in: tx).map(\.item) }
        #expect(recusals == [c])
    }
}
