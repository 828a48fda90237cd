import Foundation
import Rules
import Store
import Testing
@testable import Cabinet

/// A calendar is published anew while reports are under way. Everything here begins on Saturday, 22 November 2025.
@Suite("A new version of the calendar")
struct RecountTests {
    static let holiday = "2025-11-26"

    /// The seeds with a further holiday of the public calendar, as a city would publish it: another version of the same calendar.
    private func publish(version: Int, holidays: [String], for town: ReportCity) async throws {
        let folder = town.kit.folder + "/seeds-\(version)"
        try FileManager.default.copyItem(atPath: CabinetKit.root + "/Storage/Seeds", toPath: folder)
        let path = URL(fileURLWithPath: folder + "/calendars/vn-public.json")
        var calendar = try JSONDecoder().decode(CalendarVersion.self, from: Data(contentsOf: path))
        calendar.version = version
        calendar.legalSource = "Quyết định thử nghiệm số \(version)"
        for day in holidays {
            let date = try #require(CivilDate(iso: day))
            let name = BilingualText(vi: "Ngày nghỉ mới", en: "A new holiday")
            calendar.holidays.append(Holiday(from: date, to: date, name: name, source: calendar.legalSource, status: .confirmed))
        }
        try JSONEncoder().encode(calendar).write(to: path)
        try await House.prepare(town.kit.cabinet, seedsFolder: folder)
    }

    private func tick(_ town: ReportCity, times: Int = 3) async throws {
        let clockwork = Clockwork(cabinet: town.kit.cabinet, signingKey: town.kit.signingKey, logger: .quiet)
        for _ in 0..<times { try await clockwork.tick(at: town.kit.clock.now) }
    }

    private func process(_ report: Report) throws -> ReportClock { try #require(report.clocks.last { $0.kind == .process }) }
    private func day(_ instant: Timestamp) -> String { instant.inVietnam.date.description }

    @Test("open clocks are counted anew and say so; what was closed or stopped stays as it was")
    func holiday() async throws {
        let town = try await ReportCity.built()
        let kit = town.kit
        let open = try await town.inProgress()
        let asked = try await town.inProgress()
        try await kit.perform(AskReporter(id: asked, question: "Xin ông bà cho biết thêm vị trí chính xác của điểm ngập úng này"), as: town.officer)
        let closed = try await town.inProgress()
        let answer = "Phường Láng đã nạo vét các hố ga trên đường Láng gần cầu Cót vào sáng nay và đã đặt máy bơm, nước đang rút dần."
        try await kit.perform(AnswerReport(id: closed, draft: AnswerDraft(outcome: .partlyResolved, text: answer)), as: town.second)
        try await kit.perform(ApproveAnswer(id: closed), as: town.head)
        try await kit.perform(RateReport(id: closed, level: .satisfied, sealedID: kit.newText()), as: .reporter(closed))
        let before = (open: try await town.report(open), asked: try await town.report(asked), closed: try await town.report(closed))
        let promised = try process(before.open)
        #expect(day(promised.due) == "2025-11-28" && promised.calendarVersion == 1)

        try await publish(version: 2, holidays: [Self.holiday], for: town)
        try await tick(town)

        let after = try await town.report(open)
        let counted = try process(after)
        #expect(day(counted.due) == "2025-12-01" && counted.calendarVersion == 2 && counted.startedAt == promised.startedAt, "a working day later")
        #expect(after.state == before.open.state && after.holder == before.open.holder)
        // Told and explained: a hop with the new instant, a fact with both, and a count that names the day and its source.
        let step = try #require(try await kit.read { tx in try Reports.timeline(of: open, for: town.officer, in: tx).last })
        #expect(step.kind == .recount && step.told?.code == .dueMoved && step.due == after.standing?.due)
        #expect(try await town.told(open).last == .dueMoved, "the citizen reads it")
        let facts = try await kit.events(of: .report(open)).filter { $0.kind == EventKind.reportPrompted.rawValue && $0.body.contains("due-moved") }
        #expect(facts.contains { $0.body.contains("\(promised.due.ms)") && $0.body.contains("\(counted.due.ms)") })
        let clock = try #require(try kit.cabinet.law().calendars[counted.calendar])
        let words = try #require(clock.deadline(from: counted.startedAt, budget: counted.budget)).explanation(in: .vietnamese)
        #expect(words.contains("26/11") && words.contains("Ngày nghỉ mới"))

        // A clock that stands still is counted when it goes on, under the calendar of then.
        #expect(try process(await town.report(asked)).isPaused)
        try await kit.perform(ReplyToQuestion(id: asked, text: "Trước số nhà 1150", sealedID: kit.newText()), as: .reporter(asked))
        #expect(try day(process(await town.report(asked)).due) == "2025-12-01")

        #expect(try await town.report(closed) == before.closed, "closed history stays under the version in force then")
        #expect(try process(await town.report(closed)).calendarVersion == 1)
        #expect(try await kit.finding().fault == nil)
    }

    @Test("it is done once; another version that comes in between begins from the first report again")
    func once() async throws {
        let town = try await ReportCity.built()
        let ids = [try await town.inProgress(), try await town.inProgress()].sorted()
        try await publish(version: 2, holidays: [Self.holiday], for: town)
        // The first report was counted under version 2 when the server went down and came back with version 3.
        try await town.kit.perform(RecountReport(id: ids[0]), as: .clock)
        try await publish(version: 3, holidays: [Self.holiday, "2025-11-27"], for: town)
        try await tick(town)
        for id in ids { #expect(try day(process(await town.report(id)).due) == "2025-12-02", "two working days later") }
        let hops = try await town.report(ids[1]).hopCount
        try await tick(town)
        #expect(try await town.report(ids[1]).hopCount == hops)
    }

    @Test("a date that leadership set and the date of a meeting do not move")
    func fixed() async throws {
        let town = try await ReportCity.built()
        let (_, onAgenda, _, _) = try await town.onAgenda()
        let (escalation, assigned) = try await town.inInbox()
        let due = town.kit.clock.now + 86_400 * 6
        try await town.kit.perform(DecideEscalation(id: escalation, decision: Decision(kind: .assign, text: "Làm ngay", leadUnit: ReportCity.construction, due: due)), as: town.leader)
        func fixedDues() async throws -> [Timestamp] {
            var dues: [Timestamp] = []
            for id in onAgenda + assigned { dues.append(try #require(await town.report(id).standing?.due)) }
            return dues
        }
        let before = try await fixedDues()
        #expect(before.contains(due))
        try await publish(version: 2, holidays: [Self.holiday], for: town)
        try await tick(town)
        #expect(try await fixedDues() == before)
    }
}
