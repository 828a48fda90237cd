import Foundation
import PaperWire
import Rules
import Store
import Testing
@testable import Cabinet

/// Who hears of what: fixed when a fact is appended, compared with the grants of the day.
@Suite("Audiences")
struct AudienceTests {
    /// The law, one line a kind; M the meeting, C its body, P a person. Two lines: before and after release.
    private static let law: [String: Set<String>] = [
        "meeting.created": ["meeting:M"], "meeting.changed": ["meeting:M"], "meeting.convened": ["meeting:M"], "meeting.opened": ["meeting:M"],
        "meeting.paused": ["meeting:M"], "meeting.resumed": ["meeting:M"], "meeting.closed": ["meeting:M"], "meeting.cancelled": ["meeting:M"],
        "meeting.archived": ["meeting:M"], "minutes.approved": ["meeting:M"], "attendance.changed": ["meeting:M"], "presiding.changed": ["meeting:M"],
        "invited.changed": ["meeting:M"], "agenda.changed": ["meeting:M"], "item.current": ["meeting:M"], "conclusion.changed": ["item:I"],
        "announcement.posted": ["meeting:M"],
        "attendance.corrected": ["meeting:M"], "invitation.answered": ["secretariat:C chair:M person:P"], "invitation.decided": ["secretariat:C chair:M person:P"],
        "invitation.changed": ["meeting:M"], "invitation.delivered": ["secretariat:C chair:M person:P"], "invitation.opened": ["secretariat:C chair:M person:P"],
        "position.changed": ["chair:M secretariat:C person:P"], "consent.pulled-out": ["item:I"], "item.late-approved": ["item:I"],
        "notice.issued": ["meeting:M", "item:I", "papers:I"], "proposal.changed": ["secretariat:C chair:M person:P"],
        "floor.requested": ["item:I"], "floor.changed": ["item:I"], "floor.arranged": ["meeting:M"],
        "recusal.changed": ["item:I"], "item.access-changed": ["meeting:M"],
        "reopening.asked": ["secretariat:C chair:M"], "reopening.refused": ["secretariat:C chair:M"], "meeting.reopened": ["meeting:M"],
        "document.added": ["secretariat:C", "meeting:M", "papers:I"], "document.changed": ["secretariat:C", "meeting:M", "papers:I"],
        "document.ready": ["secretariat:C", "meeting:M", "papers:I"], "document.verdict-changed": ["secretariat:C", "meeting:M"], "document.removed": ["secretariat:C", "meeting:M"], "document.released": ["papers:I"],
        "poll.created": ["secretariat:C chair:M"], "poll.opened": ["item:I", "meeting:M"], "poll.closed": ["item:I", "meeting:M"], "poll.annulled": ["item:I"], "poll.decided": ["item:I"], "poll.timer-changed": ["item:I"], "poll.edited": ["secretariat:C chair:M"], "poll.dropped": ["secretariat:C chair:M"],
        "ballot.received": ["chair:M secretariat:C"], "ballot.recorded": ["person:P"],
        "account.added": ["house"], "account.disabled": ["house"], "account.enabled": ["house"], "password.changed": ["house"], "trust.changed": ["house"],
        "session.started": ["person:P house"], "session.confirmed": ["person:P house"], "session.ended": ["person:P house"],
        "body.added": ["house body:C"], "member.changed": ["house body:C"], "member.removed": ["house body:C"], "rules.changed": ["house body:C"],
        "rules.confirmed": ["house body:C"], "circulation.changed": ["secretariat:C chair:M"], "circulation.approved": ["meeting:M"], "circulation.announced": ["meeting:M"], "circulation.summarised": ["meeting:M"],
        "slip.late": ["chair:M secretariat:C person:P"], "slips.reminded": ["chair:M secretariat:C"],
        "count.entered": ["chair:M secretariat:C"], "count.confirmed": ["chair:M secretariat:C"],
        "account.placed": ["house person:P"], "report.moved": ["report:R", "report:R reporter:R"], "report.prompted": ["report:R reporter:R", "unit:U report:R"], "report.file-added": ["report:R"],
        "report.contact-opened": ["report:R"],
        "presenter.page-shown": ["papers:I"], "presenter.page-hidden": ["papers:I"],
        "screen.assigned": ["house"], "screen.removed": ["house"],
        "escalation.moved": ["escalation:E"], "conclusion.signed": ["item:I"], "conclusion.released": ["item:I"], "task.closed": ["item:I"],
    ]

    /// One of everything that can happen.
    private func everything() async throws -> (City, MeetingID) {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        let start = CabinetKit.start + 86_400
        try await kit.perform(
            EditMeeting(id: meeting, particulars: .init(title: "Phiên", type: .regular, form: .hybrid, startsAt: start, endsAt: start + 60, place: "")), as: city.clerk)
        let item = try await city.item(meeting)
        let early = try await city.paper(meeting, item: item, digest: "a")
        let other = StoredPaper(sha256: String(repeating: "e", count: 64), bytes: 1, mediaType: "application/pdf", fileName: "e.pdf")
        try await kit.perform(AddDocumentVersion(id: early, paper: other), as: city.clerk)
        try await kit.perform(RecordExamination(sha256: other.sha256, finding: .unreadable(fault: "x")), as: .clock)
        try await city.advance(meeting, .convene)
        try await kit.perform(DescribeInvitation(meeting: meeting, number: "05/GM-UBND", issuedOn: nil, locality: "Hà Nội"), as: city.clerk)
        try await kit.perform(NoteInvitation(meeting: meeting, step: .page), as: city.vice)
        try await kit.perform(SetPosition(meeting: meeting, item: item, stance: .object, wantsToSpeak: false), as: city.vice)
        try await kit.perform(PullOut(meeting: meeting, item: item), as: city.vice)
        try await kit.perform(SubmitProposal(id: kit.newID(), meeting: meeting, draft: .init(title: "Đề xuất")), as: city.vice)
        let another = StoredPaper(sha256: String(repeating: "d", count: 64), bytes: 1, mediaType: "application/pdf", fileName: "d.pdf")
        try await kit.perform(AddDocumentVersion(id: early, paper: another), as: city.clerk)
        let late = try await city.paper(meeting, digest: "b")
        let held = try await city.paper(meeting, digest: "c", heldBack: true)
        for paper in [late, held] { try await kit.perform(EditDocument(id: paper, title: "Tên mới", kind: "baoCao", item: nil), as: city.clerk) }
        for digest in ["b", "c"] {
            for (list, indication) in [("1", Indication.passed), ("2", .indeterminate)] {
                let sha256 = String(repeating: digest, count: 64)
                let verdict = Verdict(
                    indication: indication, subIndication: nil, document: .init(sha256: sha256, bytes: 1, pages: 1), trustList: .init(version: list), signatures: [])
                try await kit.perform(RecordExamination(sha256: sha256, finding: .ready(sizes: [.init(widthPt: 1, heightPt: 1)], verdict: verdict)), as: .clock)
            }
        }
        for digest in ["b", "c"] { try await kit.perform(RecordExamination(sha256: String(repeating: digest, count: 64), finding: .unreadable(fault: "x")), as: .clock) }
        try await kit.perform(RemoveDocument(id: held), as: city.clerk)
        try await kit.perform(RemoveDocument(id: late), as: city.clerk)
        try await kit.perform(Invite(meeting: meeting, user: city.guest.id, capacity: ""), as: city.clerk)
        try await kit.perform(SetPresiding(meeting: meeting, user: city.chair.id, ground: ""), as: city.clerk)
        try await kit.perform(PostAnnouncement(meeting: meeting, text: "Bắt đầu lúc 8 giờ", sealedID: "announced"), as: city.clerk)
        try await city.attend(meeting, city.seats)
        try await city.advance(meeting, .open)
        let next = try await city.item(meeting)
        try await sittingFacts(of: meeting, item: next, in: city)
        try await kit.perform(PointToItem(meeting: meeting, item: next), as: city.chair)
        let wall = UserID(trusted: "wall")
        try await kit.perform(AddAccount(id: wall, username: "wall", name: "Màn hình", title: "", role: .screen, unit: nil, passwordHash: "none"), as: city.admin)
        try await kit.perform(AssignScreen(account: wall, body: city.council), as: city.admin)
        try await kit.perform(RemoveScreen(account: wall, body: city.council), as: city.admin)
        let shown = try await city.readyPaper(meeting, item: next, digest: "f")
        try await kit.perform(PresentPage(meeting: meeting, document: shown, page: 1), as: city.chair)
        try await kit.perform(HidePage(meeting: meeting), as: city.chair)
        let poll = try await city.openPoll(meeting, item: item)
        try await city.vote(poll, .for, by: Array(city.seats[1...3]))
        try await city.vote(poll, .against, by: Array(city.seats[4...6]))
        try await kit.perform(ClosePoll(id: poll), as: city.chair)
        try await kit.perform(GiveCastingVote(id: poll, vote: .init(choice: .for, basis: .cast)), as: city.chair)
        try await kit.perform(AnnulPoll(id: poll, reason: "Sai"), as: city.chair)
        try await kit.perform(WriteConclusion(meeting: meeting, item: item, text: "Kết luận"), as: city.clerk)
        let timed = try await city.openPoll(meeting, item: item, closesAt: kit.clock.now + 3600)
        try await city.advance(meeting, .pause, .resume)
        try await kit.perform(ClosePoll(id: timed), as: city.chair)
        let mistaken = try await city.poll(meeting)
        try await kit.perform(EditPoll(to: .plain(mistaken, in: meeting)), as: city.clerk)
        try await kit.perform(DropPoll(id: mistaken), as: city.clerk)
        try await city.advance(meeting, .close)
        for isApproved in [false, true] {
            try await kit.perform(AskReopening(id: kit.newText(), meeting: meeting, reason: "Ghi sót một biểu quyết"), as: city.clerk)
            try await kit.perform(DecideReopening(meeting: meeting, isApproved: isApproved), as: city.chair)
        }
        try await city.advance(meeting, .close, .approveMinutes, .archive)
        let cancelled = try await city.meeting()
        try await city.advance(cancelled, .cancel)
        try await reports(city)
        try await votingFacts(city)
        try await kit.perform(SetRules(body: city.council, rules: .init()), as: city.admin)
        try await kit.perform(RemoveMember(body: city.district, account: city.members[0].id), as: city.admin)
        try await kit.perform(
            StartSession(id: "s1", secretHash: [1], account: city.vice.id, kind: .browser, scope: .all, label: "", expiresAt: CabinetKit.start + 3600), as: city.vice)
        try await kit.perform(Reauthenticate(session: "s1", account: city.vice.id), as: city.vice)
        try await kit.perform(EndSession(id: "s1", account: city.vice.id), as: city.vice)
        try await kit.perform(ChangePassword(account: city.vice.id, passwordHash: "none"), as: city.vice)
        try await kit.perform(DisableAccount(account: city.outsider.id), as: city.admin)
        try await kit.perform(EnableAccount(account: city.outsider.id), as: city.admin)
        try await kit.perform(NoteTrustChange(anchor: "root.pem", change: "added", version: "1"), as: .operator)
        try await kit.perform(AddTrustAnchor(anchor: "goc.pem", sha256: "aa", certificates: [TrustAnchorTests.look], folderVersion: "1"), as: city.admin)
        return (city, meeting)
    }

    private func sittingFacts(of meeting: MeetingID, item: AgendaItemID, in city: City) async throws {
        let kit = city.kit
        try await kit.perform(DeclareRecusal(meeting: meeting, item: item, user: city.vice.id, reason: "Em trai dự thầu", sealedID: kit.newText()), as: city.vice)
        try await kit.perform(SetItemAccess(meeting: meeting, item: item, visibility: nil, isClosed: true), as: city.chair)
        let request = try await kit.perform(RequestFloor(id: kit.newID(), meeting: meeting, item: item), as: city.vice).id
        try await kit.perform(ArrangeFloor(meeting: meeting, isClosed: true), as: city.chair)
        try await kit.perform(StepFloor(meeting: meeting, request: request, step: .grant), as: city.chair)
        try await kit.perform(AnswerInvitation(meeting: meeting, answer: .decline, reason: "Ốm", substitute: nil, sealedID: kit.newText()), as: city.members[3])
        try await kit.perform(DecideAbsence(meeting: meeting, user: city.members[3].id, isApproved: true), as: city.chair)
        kit.clock.advance(seconds: 1)
        let correction = CorrectAttendance(
            meeting: meeting, user: city.vice.id, state: .absent, from: CabinetKit.start, note: "Đến muộn", sealedID: kit.newText())
        try await kit.perform(correction, as: city.clerk)
        try await city.attend(meeting, [city.vice])
    }

    /// Slips without a session, hands counted by two, rules confirmed by the legal unit.
    private func votingFacts(_ city: City) async throws {
        let kit = city.kit
        try await kit.perform(ConfirmRules(body: city.council, version: 1, authority: "Sở Tư pháp", document: "Công văn số 12/STP-VB"), as: city.admin)
        let slips = try await city.meeting("Lấy ý kiến", type: .circulated)
        try await kit.perform(DescribeCirculation(meeting: slips, reason: "Việc gấp", workingDays: 5), as: city.clerk)
        try await city.advance(slips, .convene)
        try await kit.perform(ApproveCirculation(meeting: slips), as: city.chair)
        let slip = try await city.openPoll(slips)
        try await kit.perform(RemindSlips(poll: slip, stage: .half), as: .clock)
        try await kit.perform(ClosePoll(id: slip), as: city.chair)
        try await kit.perform(RecordLateSlip(poll: slip, choice: .for, text: nil, sealedID: kit.newText()), as: city.vice)
        try await kit.perform(SummariseCirculation(meeting: slips, text: "Đã bổ sung Điều 3"), as: city.clerk)
        try await city.advance(slips, .close)
        try await kit.perform(AnnounceCirculation(circulated: slips, session: try await city.meeting(), item: kit.newID()), as: .clock)
        let sitting = try await city.session()
        let hands = try await kit.perform(
            CreatePoll(
                id: kit.newID(), meeting: sitting, title: "Giơ tay", item: nil, subject: nil, method: .approval, secrecy: .open, rules: nil, show: .atClose, closesAt: nil,
                taking: .hands), as: city.admin
        ).id
        try await kit.perform(OpenPoll(id: hands), as: city.chair)
        let count = HandCount(for: 5, against: 1, abstain: 1)
        try await kit.perform(EnterCount(id: hands, count: count), as: city.clerk)
        try await kit.perform(ConfirmCount(id: hands, count: count), as: city.chair)
    }

    /// A report up and down the chain.
    private func reports(_ city: City) async throws {
        let town = try await ReportCity(city)
        try await city.kit.perform(PlaceAccount(account: town.second.id, unit: ReportCity.lang, isHead: false), as: city.admin)
        let (_, reports, meeting, item) = try await town.onAgenda()
        try await city.kit.perform(OpenContact(id: reports[0]), as: town.reception)
        try await city.kit.perform(AddToReport(id: reports[0], text: "Thêm ảnh", sealedID: "added"), as: .reporter(reports[0]))
        try await town.open(meeting)
        let task = town.task()
        let done = try await city.kit.perform(ConcludeItem(id: city.kit.newID(), meeting: meeting, item: item, text: "Giao việc", publicText: "Đã giao việc", tasks: [task]), as: city.clerk)
        try await city.kit.perform(ReleaseConclusion(id: done.id), as: city.clerk)
        try await city.kit.perform(CloseActionItem(id: task.id, result: "Xong"), as: town.builder)
    }

    @Test("every kind of fact has the audience the law gives it, and every kind has a law")
    func table() async throws {
        let (city, _) = try await everything()
        let found = try await city.kit.read { tx in
            try tx.rows("SELECT DISTINCT stream, kind, audience, actor FROM event ORDER BY kind").map { ($0.text("stream"), $0.text("kind"), $0.text("audience"), $0.text("actor")) }
        }
        var seen: [String: Set<String>] = [:]
        for (stream, kind, audience, actor) in found {
            var text = audience
            if stream.hasPrefix("meeting:") { text = text.replacing(stream, with: "meeting:M").replacing("chair:" + stream.dropFirst(8), with: "chair:M") }
            if stream.hasPrefix("person:") { text = text.replacing(stream, with: "person:P") }
            text = text.replacing(/(item|papers):\S+/) { "\($0.output.1):I" }
            if kind.hasPrefix("invitation.") || ["position.changed", "proposal.changed", "slip.late"].contains(kind) { text = text.replacing(/person:\S+/, with: "person:P") }
            if stream.hasPrefix("report:") { text = text.replacing(String(stream.dropFirst("report:".count)), with: "R").replacing(#/unit:[a-z0-9-]+ /#, with: "unit:U ") }
            if stream.hasPrefix("escalation:") { text = text.replacing(String(stream.dropFirst("escalation:".count)), with: "E") }
            if kind == "account.placed" { text = text.replacing(/person:[a-z-]+/, with: "person:P") }
            if kind == "ballot.recorded" { text = text.replacing(actor, with: "person:P") }
            for body in [city.council, city.district] { text = text.replacing("secretariat:\(body)", with: "secretariat:C").replacing("body:\(body)", with: "body:C") }
            seen[kind, default: []].insert(text)
        }
        for kind in EventKind.allCases {
            #expect(Self.law[kind.rawValue] != nil, "\(kind.rawValue) has no law of who hears it")
            #expect(seen[kind.rawValue] == Self.law[kind.rawValue], "\(kind.rawValue)")
        }
    }

    @Test("what a member hears of a meeting leaves out other people's ballots, drafts and papers not released")
    func heard() async throws {
        let (city, meeting) = try await everything()
        let events = try await city.kit.events(of: meeting)
        func kinds(_ caller: Caller) async throws -> [LoggedEvent] {
            let access = try await city.kit.read { tx in try Meetings.pushAccess(meeting, for: caller, in: tx) }
            let grants = access ?? []
            return events.filter { Audience(logged: $0.audience).admits(grants) }
        }
        let member = try await kinds(city.vice)
        #expect(member.filter { $0.kind == "ballot.recorded" }.map(\.actor) == ["person:vice"])
        #expect(!member.contains { ["ballot.received", "poll.created"].contains($0.kind) })
        let held = String(repeating: "c", count: 64)
        #expect(!member.contains { $0.body.contains(held) })
        let clerk = try await kinds(city.clerk)
        #expect(clerk.filter { $0.kind == "ballot.received" }.count == 6)
        #expect(!clerk.contains { $0.kind == "ballot.recorded" })
        #expect(clerk.contains { $0.body.contains(held) })
        let chair = try await kinds(city.chair)
        #expect(chair.filter { $0.kind == "ballot.received" }.count == 6 && chair.contains { $0.kind == "poll.created" })
        #expect(!chair.contains { $0.kind == "ballot.recorded" })
        let guest = try await kinds(city.guest)
        #expect(!guest.contains { $0.kind.hasPrefix("ballot.") })
    }

    @Test("an audience is written and read as the same law; what cannot be read admits nobody")
    func text() {
        let meeting = MeetingID(trusted: "m1")
        let (vice, chair) = (UserID(trusted: "vice"), UserID(trusted: "chair"))
        let audience = Audience(.meeting(meeting), .house, except: [vice])
        #expect(audience.description == "meeting:m1 house !person:vice")
        #expect(Audience(logged: audience.description) == audience)
        #expect(audience.admits([.meeting(meeting)]))
        #expect(!audience.admits([.meeting(meeting), .person(vice)]))
        #expect(audience.admits([.meeting(meeting), .person(chair)]))
        #expect(!audience.admits([]) && !audience.admits([.meeting(MeetingID(trusted: "m11"))]))
        for nothing in ["", " ", "!person:vice", String(repeating: "x", count: 129)] { #expect(!Audience(logged: nothing).admits([.house, .person(vice), .meeting(meeting)])) }
    }
}
