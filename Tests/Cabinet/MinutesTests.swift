import Foundation
import Proof
import Rules
import Store
import Testing
@testable import Cabinet

@Suite("Minutes, gathered")
struct MinutesTests {
    private func record(_ meeting: MeetingID, _ city: City, as caller: Caller? = nil) async throws -> MinutesRecord {
        let caller = caller ?? city.vice
        return try await city.kit.read { tx in try Meetings.minutes(of: meeting, for: caller, vault: city.kit.cabinet.vault, in: tx).record }
    }

    /// A session with everything in it: two items, three polls, an absence with a reason, an announcement.
    private func session() async throws -> (City, MeetingID, [PollID]) {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting("Phiên họp tháng 11")
        let items = [try await city.item(meeting, "Quy hoạch"), try await city.item(meeting, "Ngân sách")]
        let paper = try await city.paper(meeting, "Tờ trình 412", item: items[0], digest: "a")
        try await city.advance(meeting, .convene)
        try await city.attend(meeting, [city.members[3]], .absent, reason: "Đi công tác")
        try await city.attend(meeting, city.seats.filter { $0 != city.members[3] })
        kit.clock.advance(seconds: 60)
        try await city.advance(meeting, .open)
        try await kit.perform(PostAnnouncement(meeting: meeting, text: "Nghỉ giải lao mười phút", sealedID: "break"), as: city.clerk)
        let subject = PollSubject(document: paper, version: 1, sha256: String(repeating: "a", count: 64))
        var polls: [PollID] = []
        for (index, item) in [items[0], items[1], nil].enumerated() {
            let poll = try await city.poll(meeting, "Biểu quyết \(index)", item: item, subject: index == 0 ? subject : nil)
            try await kit.perform(OpenPoll(id: poll), as: city.chair)
            try await city.vote(poll, .for, by: Array(city.seats.prefix(4 - index)))
            try await city.vote(poll, .against, by: Array(city.seats.suffix(2)))
            kit.clock.advance(seconds: 30)
            try await kit.perform(ClosePoll(id: poll), as: city.chair)
            polls.append(poll)
        }
        _ = try await city.poll(meeting, "Chỉ là nháp", item: items[0])
        try await kit.perform(WriteConclusion(meeting: meeting, item: items[0], text: "Giao Sở Xây dựng."), as: city.clerk)
        // Someone leaves after the polls: the numbers of the opening stay.
        try await city.attend(meeting, [city.members[0]], .absent)
        kit.clock.advance(seconds: 60)
        try await city.advance(meeting, .close)
        return (city, meeting, polls)
    }

    @Test("the numbers in the minutes are the numbers of the polls, exactly")
    func numbers() async throws {
        let (city, meeting, polls) = try await session()
        let record = try await record(meeting, city)
        let recorded = record.agenda.flatMap(\.polls) + record.polls
        #expect(recorded.map(\.title) == ["Biểu quyết 0", "Biểu quyết 1", "Biểu quyết 2"])
        for (poll, id) in zip(recorded, polls) {
            let view = try await city.view(id, for: city.vice)
            #expect(poll.result == view.result && poll.result != nil)
            #expect(poll.named.map(\.name) == view.named?.map(\.name))
            #expect(poll.named.map(\.choice) == view.named?.map(\.choice))
            #expect(poll.openedAt == view.openedAt && poll.closedAt == view.closedAt)
            #expect(poll.facts.count == 2)
        }
        #expect(recorded[0].subject?.title == "Tờ trình 412" && recorded[1].subject == nil)
    }

    @Test("the quorum in the minutes is that of the opening, whatever came later")
    func quorum() async throws {
        let (city, meeting, _) = try await session()
        let record = try await record(meeting, city)
        #expect(record.quorum == Quorum(members: 7, present: 6, numerator: 2, denominator: 3))
        let view = try await city.kit.read { tx in try Meetings.meeting(meeting, for: city.vice, in: tx) }
        #expect(view.quorum.present == 5)
    }

    @Test("people, papers, times and prose are those of the record, each change of attendance with its fact")
    func content() async throws {
        let (city, meeting, _) = try await session()
        let record = try await record(meeting, city)
        #expect(record.roster.map(\.name) == ["Nguyễn Văn Chủ", "Trần Thị Phó", "Ủy viên 0", "Ủy viên 1", "Ủy viên 2", "Ủy viên 3", "Vũ Kiêm Nhiệm"])
        #expect(record.roster[5].absenceReason == "Đi công tác")
        #expect(record.roster[2].changes.map(\.state) == [.inRoom, .absent])
        let events = try await city.kit.events(of: meeting)
        for change in record.roster.flatMap(\.changes) { #expect(events[Int(change.fact!) - 1].kind == "attendance.changed") }
        #expect(record.presiding?.name == "Nguyễn Văn Chủ" && record.presidingIsChairman)
        #expect(record.agenda.map(\.title) == ["Quy hoạch", "Ngân sách"])
        #expect(record.agenda[0].conclusion == "Giao Sở Xây dựng.")
        #expect(record.agenda[0].documents.map(\.title) == ["Tờ trình 412"])
        #expect(record.announcements.map(\.text) == ["Nghỉ giải lao mười phút"])
        #expect(record.openedAt == CabinetKit.start + 60)
        let hash = try await city.kit.read { tx in try tx.row("SELECT hash FROM event WHERE stream = \("meeting:\(meeting)") ORDER BY seq DESC LIMIT 1")!.blob("hash") }
        #expect(record.recordHash == Hex.encode(hash))
    }

    @Test("erased words are gone from the minutes as well; the facts stay whole")
    func erased() async throws {
        let (city, meeting, _) = try await session()
        let sealed = try await city.kit.read { tx in try tx.rows("SELECT id FROM sealed ORDER BY id").map { $0.text("id") } }
        #expect(sealed.count == 2)
        for id in sealed { try city.kit.cabinet.vault.erase(id) }
        let record = try await record(meeting, city)
        #expect(record.announcements.isEmpty)
        #expect(record.roster[5].absenceReason == nil)
        #expect(try await city.kit.finding().fault == nil)
    }

    @Test("approved minutes are told as such, and their prose is locked")
    func approved() async throws {
        let (city, meeting, _) = try await session()
        let kit = city.kit
        func view() async throws -> MinutesView { try await kit.read { tx in try Meetings.minutes(of: meeting, for: city.vice, vault: kit.cabinet.vault, in: tx) } }
        let draft = try await view()
        #expect(!draft.isApproved && draft.version == 1)
        let item = try await kit.read { tx in try Agenda.items(of: meeting, for: city.vice, in: tx)[1].id }
        try await kit.perform(WriteConclusion(meeting: meeting, item: item, text: "Nhất trí."), as: city.clerk)
        #expect(try await view().version == 2)
        #expect(try await kit.perform(WriteConclusion(meeting: meeting, item: item, text: "Nhất trí. "), as: city.clerk).seq == 0)
        try await city.advance(meeting, .approveMinutes)
        #expect(try await view().isApproved)
        #expect(try await kit.refusal(WriteConclusion(meeting: meeting, item: item, text: "Khác"), as: city.clerk)?.code == .meetingWrongState)
    }

    @Test("what was late, corrected or opened again stands in the minutes with who and when; an erased note is gone")
    func course() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session(absent: [city.members[3]])
        kit.clock.advance(seconds: 60)
        let first = try await city.item(meeting, "Bổ sung một")
        let second = try await city.item(meeting, "Bổ sung hai")
        try await kit.perform(ApproveLateItem(meeting: meeting, item: first), as: city.clerk)
        let approved = kit.clock.now
        let poll = try await city.openPoll(meeting)
        try await city.vote(poll, .for, by: [city.chair, city.vice, city.members[0], city.members[1]])
        kit.clock.advance(seconds: 60)
        let left = kit.clock.now
        kit.clock.advance(seconds: 60)
        try await kit.perform(ClosePoll(id: poll), as: city.chair)
        kit.clock.advance(seconds: 60)
        try await kit.perform(
            CorrectAttendance(meeting: meeting, user: city.vice.id, state: .absent, from: left, note: "Rời phòng mà không báo", sealedID: "left-early"), as: city.clerk)
        let corrected = kit.clock.now
        try await city.advance(meeting, .close)
        let closed = kit.clock.now
        kit.clock.advance(seconds: 60)
        try await kit.perform(AskReopening(id: "again", meeting: meeting, reason: "Thiếu một nội dung"), as: city.clerk)
        try await kit.perform(DecideReopening(meeting: meeting, isApproved: true), as: city.chair)
        let reopened = kit.clock.now
        kit.clock.advance(seconds: 60)
        try await city.advance(meeting, .close)

        var record = try await record(meeting, city)
        func name(_ caller: Caller) async throws -> String {
            try #require(try await kit.read { tx in try Accounts.account(caller.person!.id, in: tx)?.name })
        }
        let clerk = try await name(city.clerk)
        let chair = try await name(city.chair)
        let approval = try #require(record.agenda.first { $0.title == "Bổ sung một" }?.lateApproval)
        #expect(approval.at == approved && approval.chair?.name == chair && approval.enteredBy == clerk && approval.fact != nil)
        #expect(record.agenda.first { $0.title == "Bổ sung hai" }.map { $0.isLate && $0.lateApproval == nil } == true)
        let correction = try #require(record.corrections.first)
        #expect(record.corrections.count == 1 && correction.state == .absent && correction.from == left && correction.at == corrected && correction.enteredBy == clerk)
        #expect(correction.note == "Rời phòng mà không báo" && correction.polls.count == 1)
        let reopening = try #require(record.reopenings.first)
        #expect(record.reopenings.count == 1 && reopening.closedAt == closed && reopening.at == reopened)
        #expect(reopening.askedBy == clerk && reopening.approvedBy == chair && reopening.reason == "Thiếu một nội dung" && reopening.fact != nil)
        let paper = MinutesPaper.paper(
            MinutesView(record: record, isApproved: false, version: 2),
            layout: try JSONDecoder().decode(MinutesLayout.self, from: Data(contentsOf: URL(fileURLWithPath: "Storage/Seeds/layouts/decree-30.json"))), glossed: true)
        let text = try Canonical.encode(paper)
        for line in ["Đính chính: ", "Correction: ", "mở lại lúc", "was opened again", "chủ tọa \(chair) đồng ý, \(clerk) ghi nhận lúc", "agreed to by the chair, \(chair),"] {
            #expect(text.contains(line), "\(line)")
        }
        try kit.cabinet.vault.erase("left-early")
        record = try await self.record(meeting, city)
        #expect(record.corrections.first?.note == nil && second.text != first.text)
    }

    @Test("an annulled poll stays in the minutes with its reason")
    func annulled() async throws {
        let city = try await City.built()
        let meeting = try await city.session()
        let poll = try await city.openPoll(meeting)
        try await city.vote(poll, .for, by: city.seats)
        try await city.kit.perform(ClosePoll(id: poll), as: city.chair)
        try await city.kit.perform(AnnulPoll(id: poll, reason: "Sai dự thảo"), as: city.chair)
        try await city.advance(meeting, .close)
        let recorded = try #require(try await record(meeting, city).polls.first)
        #expect(recorded.state == .annulled && recorded.annulReason == "Sai dự thảo")
        #expect(recorded.result == (try await city.view(poll, for: city.vice).result))
        #expect(recorded.facts.count == 3)
    }

    @Test("when the session stood still is said from when until when, and which version replaces which")
    func pauses() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        kit.clock.advance(seconds: 600)
        let from = kit.clock.now
        try await city.advance(meeting, .pause)
        kit.clock.advance(seconds: 300)
        let until = kit.clock.now
        try await city.advance(meeting, .resume)
        let record = try await record(meeting, city, as: city.admin)
        #expect(record.pauses == [.init(from: from, until: until)])
        let content = try #require(record.draft().first { $0.key == "content" })
        let lines = content.blocks.compactMap { block -> String? in
            guard case .paragraph(let paragraph) = block else { return nil }
            return paragraph.text
        }
        #expect(lines.contains("Tạm nghỉ từ \(from.text(.legalClock)) đến \(until.text(.legalClock))."))
        #expect(MinutesView(record: record, isApproved: false, version: 2).versionLine?.vi == "Bản 2, thay bản 1")
        #expect(MinutesView(record: record, isApproved: false, version: 1).versionLine == nil)
    }
}
