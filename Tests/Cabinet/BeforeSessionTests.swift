import Rules
import Store
import Testing
@testable import Cabinet

@Suite("Before the session")
struct BeforeSessionTests {
    private func consent(_ meeting: MeetingID, _ city: City, as caller: Caller? = nil) async throws -> ConsentView {
        let caller = caller ?? city.chair
        let now = city.kit.clock.now
        return try await city.kit.read { tx in try ConsentList.list(of: meeting, for: caller, at: now, in: tx) }
    }

    @Test("a third of the members may demand a meeting: 3·signers ≥ N, counted when written and again at convening")
    func ground() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting(type: .unscheduled)
        func set(_ ground: ConveningGround, _ signers: [Caller]) -> SetConveningGround {
            SetConveningGround(meeting: meeting, ground: ground, note: "", requestedBy: signers.map(\.id))
        }
        // Seven members: two are too few, three are enough, the same twice is one.
        #expect(try await kit.refusal(set(.members, Array(city.seats.prefix(2))), as: city.clerk)?.fields.first?.reason == "meeting.too-few-requests")
        #expect(try await kit.refusal(set(.members, [city.vice, city.vice, city.vice]), as: city.clerk)?.fields.first?.parameters["signers"] == "1")
        #expect(try await kit.refusal(set(.members, [city.clerk]), as: city.clerk)?.fields.first?.reason == "field.not-a-member")
        #expect(try await kit.refusal(set(.calendar, []), as: city.clerk)?.fields.first?.reason == "meeting.ground-not-for-type")
        try await kit.perform(set(.members, Array(city.seats[2...4])), as: city.clerk)
        // One of them leaves the body, another joins it.
        try await kit.perform(RemoveMember(body: city.council, account: city.seats[2].id), as: city.admin)
        #expect(try await kit.refusal(AdvanceMeeting(id: meeting, transition: .convene), as: city.clerk) == nil)
        let view = try await kit.read { tx in try Meetings.convening(of: meeting, for: city.clerk, in: tx) }
        #expect(view.ground == .members && view.requestedBy.count == 2 && view.needed == 2)
    }

    @Test("a meeting convened without a named ground takes the first of its type")
    func usual() async throws {
        let city = try await City.built()
        for (type, ground) in [(MeetingType.regular, ConveningGround.calendar), (.thematic, .chairman)] {
            let meeting = try await city.meeting(type: type)
            try await city.advance(meeting, .convene)
            #expect(try await city.kit.read { tx in try Meetings.convening(of: meeting, for: city.vice, in: tx) }.ground == ground)
        }
    }

    @Test("a ground that nobody named is recorded as assumed, unless the calendar calls the session; naming one ends that and is told to all")
    func assumed() async throws {
        let city = try await City.built()
        let kit = city.kit
        func convening(_ meeting: MeetingID) async throws -> ConveningView { try await kit.read { tx in try Meetings.convening(of: meeting, for: city.clerk, in: tx) } }
        func record(_ meeting: MeetingID) async throws -> MinutesRecord {
            try await kit.read { tx in try Meetings.minutes(of: meeting, for: city.admin, vault: kit.cabinet.vault, in: tx).record }
        }
        let regular = try await city.meeting()
        try await city.advance(regular, .convene)
        #expect(try await !convening(regular).isAssumed)
        let meeting = try await city.meeting(type: .thematic)
        try await city.advance(meeting, .convene)
        #expect(try await convening(meeting).isAssumed)
        #expect(try await record(meeting).conveningGround == "Chủ tịch quyết định (mặc định, chưa ghi)")
        #expect(try await record(meeting).missing().contains("convening-ground"))
        let set = SetConveningGround(meeting: meeting, ground: .chairman, note: "Giấy mời số 12", requestedBy: [])
        try await kit.perform(set, as: city.clerk)
        #expect(try await !convening(meeting).isAssumed)
        #expect(try await !record(meeting).missing().contains("convening-ground"))
        let notices = try await kit.read { tx in try ChangeNotices.list(of: meeting, for: city.vice, in: tx) }
        #expect(notices.map(\.kind) == [.ground] && notices.map(\.subject) == ["Chủ tịch quyết định, Giấy mời số 12"])
    }

    @Test("a draft that changes its type loses a ground the new type does not know; the form of a meeting is a particular of it")
    func groundOfType() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting(type: .unscheduled)
        try await kit.perform(SetConveningGround(meeting: meeting, ground: .members, note: "Đơn", requestedBy: city.seats.prefix(3).map(\.id)), as: city.clerk)
        func edit(_ type: MeetingType, _ form: MeetingForm) async throws {
            let start = CabinetKit.start + 86_400
            let particulars = MeetingParticulars(title: "Phiên họp", type: type, form: form, startsAt: start, endsAt: start + 7200, place: "P1")
            try await kit.perform(EditMeeting(id: meeting, particulars: particulars), as: city.clerk)
        }
        try await edit(.thematic, .inRoom)
        #expect(try await kit.read { tx in try Meetings.convening(of: meeting, for: city.clerk, in: tx) }.ground == .members)
        try await edit(.regular, .inRoom)
        let view = try await kit.read { tx in try Meetings.convening(of: meeting, for: city.clerk, in: tx) }
        #expect(view.ground == nil && view.requestedBy.isEmpty && view.note.isEmpty)
        try await city.advance(meeting, .convene)
        try await edit(.regular, .hybrid)
        let notices = try await kit.read { tx in try ChangeNotices.list(of: meeting, for: city.vice, in: tx) }
        #expect(notices.first?.kind == .particulars && notices.first?.subject.hasSuffix("Trực tiếp kết hợp trực tuyến") == true)
    }

    @Test("the chair sees who objects, a member his own mark; marks are made between convening and opening")
    func positions() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        let item = try await city.item(meeting)
        func mark(_ stance: ItemStance?, speak: Bool = false) -> SetPosition { SetPosition(meeting: meeting, item: item, stance: stance, wantsToSpeak: speak) }
        try await city.advance(meeting, .convene)
        try await kit.perform(mark(.object, speak: true), as: city.vice)
        try await kit.perform(mark(.agree), as: city.members[0])
        #expect(try await kit.perform(mark(.agree), as: city.members[0]).seq == 0)
        #expect(try await kit.refusal(mark(.agree), as: city.clerk)?.code == .authForbidden)
        func seen(_ caller: Caller) async throws -> [UserID] { try await kit.read { tx in try Positions.list(of: meeting, for: caller, in: tx).map(\.user) } }
        // In the order of protocol, although nothing is frozen yet: by id the member would come first.
        #expect(try await seen(city.chair) == [city.vice.id, city.members[0].id])
        #expect(try await seen(city.members[0]) == [city.members[0].id])
        #expect(try await seen(city.members[1]).isEmpty)
        let grants = try #require(try await kit.read { tx in try Meetings.pushAccess(meeting, for: city.members[1], in: tx) })
        #expect(try await !kit.events(of: meeting).contains { $0.kind == "position.changed" && Audience(logged: $0.audience).admits(grants) })
        try await city.attend(meeting, city.seats)
        try await city.advance(meeting, .open)
        #expect(try await kit.refusal(mark(nil), as: city.vice)?.code == .meetingWrongState)
    }

    @Test("what nobody objects to is put as one: a member pulls an item out, ballots and verdicts stay one by one")
    func consentList() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        var items: [AgendaItemID] = []
        var polls: [PollID] = []
        for n in 0..<5 {
            items.append(try await city.item(meeting, "Nội dung \(n)"))
            polls.append(try await city.poll(meeting, "Câu hỏi \(n)", item: items[n]))
        }
        try await city.advance(meeting, .convene)
        try await kit.perform(SetPosition(meeting: meeting, item: items[0], stance: .object, wantsToSpeak: false), as: city.vice)
        try await kit.perform(SetPosition(meeting: meeting, item: items[1], stance: .agree, wantsToSpeak: true), as: city.vice)
        try await kit.perform(PullOut(meeting: meeting, item: items[2]), as: city.members[0])
        #expect(try await consent(meeting, city).proposed == [polls[3], polls[4]])
        #expect(try await consent(meeting, city).pulledOut == [items[2]])
        try await city.attend(meeting, city.seats)
        try await city.advance(meeting, .open)
        try await kit.perform(DeclareRecusal(meeting: meeting, item: items[4], user: city.members[1].id, reason: "x", sealedID: "s"), as: city.members[1])
        let opened = try await kit.perform(OpenConsentList(meeting: meeting), as: city.chair).polls
        #expect(opened == [polls[3], polls[4]])
        #expect(try await kit.read { tx in try Meetings.meeting(meeting, for: city.chair, in: tx) }.currentItem == items[0])
        #expect(try await kit.refusal(PullOut(meeting: meeting, item: items[3]), as: city.members[0])?.code == .pollWrongState)
        for seat in city.seats.prefix(3) {
            #expect(try await kit.perform(CastConsent(meeting: meeting, choice: .for), as: seat).ballots.map(\.poll) == opened)
        }
        // Who takes no part in one of the items votes on the others.
        #expect(try await kit.perform(CastConsent(meeting: meeting, choice: .for), as: city.members[1]).ballots.map(\.poll) == [polls[3]])
        // One question can still be answered otherwise, alone.
        try await city.vote(polls[3], .against, by: [city.chair])
        #expect(try await kit.refusal(CastConsent(meeting: meeting, choice: .for), as: city.clerk)?.code == .ballotNotEntitled)
        try await kit.perform(CloseConsentList(meeting: meeting), as: city.chair)
        #expect(try await city.view(polls[3], for: city.vice).result?.tally.against == 1)
        #expect(try await city.view(polls[4], for: city.vice).result?.tally.against == 0)
        #expect(try await kit.refusal(OpenConsentList(meeting: meeting), as: city.chair)?.code == .consentEmpty)
        // Their verdicts stand together until the session goes on.
        #expect(try await consent(meeting, city).decided == [polls[3], polls[4]])
        kit.clock.advance(seconds: 60)
        try await kit.perform(PointToItem(meeting: meeting, item: items[1]), as: city.chair)
        #expect(try await consent(meeting, city).decided.isEmpty)
    }

    @Test("a question whose amendment is undecided, or whose time is over, is not put with others; who takes no part has no say in it")
    func notTogether() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        let (first, second, third) = (try await city.item(meeting, "Một"), try await city.item(meeting, "Hai"), try await city.item(meeting, "Ba"))
        let amended = try await city.poll(meeting, item: first)
        let amendment = CreatePoll(
            id: kit.newID(), meeting: meeting, title: "Sửa đổi", item: first, subject: nil, method: .approval, secrecy: .open, rules: nil, show: .atClose, closesAt: nil,
            amends: amended)
        try await kit.perform(amendment, as: city.clerk)
        let timed = try await city.poll(meeting, item: second, closesAt: kit.clock.now + 600)
        let plain = try await city.poll(meeting, item: third)
        #expect(try await consent(meeting, city, as: city.admin).proposed == [timed, plain])
        kit.clock.advance(seconds: 600)
        #expect(try await consent(meeting, city, as: city.admin).proposed == [plain])
        try await city.advance(meeting, .convene)
        try await kit.perform(DeclareRecusal(meeting: meeting, item: third, user: city.vice.id, reason: "x", sealedID: "s"), as: city.vice)
        #expect(try await kit.refusal(PullOut(meeting: meeting, item: third), as: city.vice)?.code == .authForbidden)
        let mark = SetPosition(meeting: meeting, item: third, stance: .object, wantsToSpeak: false)
        #expect(try await kit.refusal(mark, as: city.vice)?.parameters["needs"] == "part")
    }

    @Test("a late item waits for the chair; going to it is his word as well")
    func late() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let (first, second) = (try await city.item(meeting), try await city.item(meeting))
        func waits(_ item: AgendaItemID) async throws -> Bool {
            try await kit.read { tx in try Agenda.items(of: meeting, for: city.vice, in: tx).first { $0.id == item }!.awaitsChair }
        }
        #expect(try await [waits(first), waits(second)] == [true, true])
        #expect(try await kit.refusal(ApproveLateItem(meeting: meeting, item: first), as: city.vice)?.code == .authForbidden)
        try await kit.perform(ApproveLateItem(meeting: meeting, item: first), as: city.chair)
        try await kit.perform(PointToItem(meeting: meeting, item: second), as: city.chair)
        #expect(try await [waits(first), waits(second)] == [false, false])
        #expect(try await kit.events(of: meeting).filter { $0.kind == "item.late-approved" }.count == 2)
    }

    @Test("what the secretary does is no word of the chair: the item goes on waiting until one is recorded")
    func lateWithoutConsent() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let (first, second) = (try await city.item(meeting), try await city.item(meeting))
        let proposal: ProposalID = kit.newID()
        let proposed: AgendaItemID = kit.newID()
        try await kit.perform(SubmitProposal(id: proposal, meeting: meeting, draft: .init(title: "Cấp nước")), as: city.members[0])
        for step in [ProposalStage.Step.review, .approve] {
            try await kit.perform(StepProposal(meeting: meeting, proposal: proposal, step: step, remarks: "", itemID: proposed), as: city.clerk)
        }
        try await kit.perform(PointToItem(meeting: meeting, item: first), as: city.clerk)
        let poll = try await city.poll(meeting, item: second)
        try await kit.perform(OpenPoll(id: poll), as: city.clerk)
        func waiting() async throws -> [AgendaItemID] {
            try await kit.read { tx in try Agenda.items(of: meeting, for: city.vice, in: tx).filter(\.awaitsChair).map(\.id) }
        }
        #expect(try await waiting() == [first, second, proposed])
        try await kit.perform(ApproveLateItem(meeting: meeting, item: first, note: "theo ý kiến chủ tọa"), as: city.clerk)
        #expect(try await waiting() == [second, proposed])
        let record = try await kit.read { tx in try Meetings.minutes(of: meeting, for: city.admin, vault: kit.cabinet.vault, in: tx).record }
        let approval = try #require(record.agenda.first { $0.number == 1 }?.lateApproval)
        #expect(approval.enteredBy == "Lê Thư Ký" && approval.note == "theo ý kiến chủ tọa")
        #expect(record.missing().contains("item.2.late") && !record.missing().contains("item.1.late"))
    }

    @Test("title, kind and place of an item on which a poll has closed stay as they are")
    func decided() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let (item, other) = (try await city.item(meeting, "Cấp nước"), try await city.item(meeting, "Thoát nước"))
        func edit(_ draft: AgendaItemDraft, number: Int? = nil, of id: AgendaItemID? = nil) async throws -> String? {
            try await kit.refusal(EditAgendaItem(id: id ?? item, meeting: meeting, draft: draft, number: number), as: city.clerk)?.fields.first?.reason
        }
        let poll = try await city.openPoll(meeting, item: item)
        #expect(try await edit(.init(title: "Cấp nước sạch")) == nil)
        try await kit.perform(ClosePoll(id: poll), as: city.chair)
        #expect(try await edit(.init(title: "Cấp nước")) == "field.decided")
        #expect(try await edit(.init(title: "Cấp nước sạch", kind: .report)) == "field.decided")
        #expect(try await edit(.init(title: "Cấp nước sạch"), number: 2) == "field.decided")
        #expect(try await edit(.init(title: "Cấp nước sạch", ask: "Cho ý kiến"), number: 1) == nil)
        #expect(try await edit(.init(title: "Thoát nước đô thị"), of: other) == nil)
    }

    @Test("what changes after convening is told to all in numbered notices; before it there is nothing to tell")
    func notices() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        let item = try await city.item(meeting, "Nội dung đầu")
        _ = try await city.paper(meeting, item: item)
        try await city.advance(meeting, .convene)
        let late = try await city.item(meeting, "Nội dung bổ sung")
        _ = try await city.paper(meeting, "Báo cáo", item: late, digest: "b")
        _ = try await city.paper(meeting, "Giữ lại", digest: "c", heldBack: true)
        try await kit.perform(EditAgendaItem(id: item, meeting: meeting, draft: .init(title: "Nội dung sửa"), number: nil), as: city.clerk)
        try await kit.perform(EditAgendaItem(id: item, meeting: meeting, draft: .init(title: "Nội dung sửa"), number: nil), as: city.clerk)
        let start = CabinetKit.start + 90_000
        try await kit.perform(EditMeeting(id: meeting, particulars: .init(title: "Phiên", type: .regular, form: .inRoom, startsAt: start, endsAt: start + 60, place: "")), as: city.clerk)
        let list = try await kit.read { tx in try ChangeNotices.list(of: meeting, for: city.vice, in: tx) }
        #expect(list.map(\.number) == [4, 3, 2, 1])
        #expect(list.map(\.kind) == [.particulars, .itemChanged, .documentAdded, .itemAdded])
        #expect(list[3].kind.sentence(number: 1, subject: list[3].subject).vi == "Thông báo thay đổi số 1: bổ sung nội dung “Nội dung bổ sung”.")
    }

    @Test("a proposal goes from its member over the Office to the chair; what is not reviewed cannot be approved")
    func proposals() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        try await city.advance(meeting, .convene)
        let id: ProposalID = kit.newID()
        func step(_ step: ProposalStage.Step, _ remarks: String = "") -> StepProposal {
            StepProposal(meeting: meeting, proposal: id, step: step, remarks: remarks, itemID: kit.newID())
        }
        try await kit.perform(SubmitProposal(id: id, meeting: meeting, draft: .init(title: "Cấp nước")), as: city.members[0])
        #expect(try await kit.refusal(step(.approve), as: city.chair)?.code == .proposalWrongState)
        #expect(try await kit.refusal(step(.review), as: city.chair)?.code == .authForbidden)
        #expect(try await kit.refusal(step(.return), as: city.clerk)?.fields.first?.pointer == "/remarks")
        try await kit.perform(step(.return, "Thiếu kinh phí"), as: city.clerk)
        func list(_ caller: Caller) async throws -> [ProposalView] { try await kit.read { tx in try Proposals.list(of: meeting, for: caller, in: tx) } }
        #expect(try await list(city.members[0]).map(\.remarks) == ["Thiếu kinh phí"])
        #expect(try await list(city.members[1]).isEmpty)
        #expect(try await kit.refusal(SubmitProposal(id: id, meeting: meeting, draft: .init(title: "Của người khác")), as: city.members[1])?.code == .notFound)
        try await kit.perform(SubmitProposal(id: id, meeting: meeting, draft: .init(title: "Cấp nước, có kinh phí")), as: city.members[0])
        // Why it came back stays known.
        #expect(try await list(city.members[0]).map(\.remarks) == [""])
        #expect(try await list(city.members[0]).flatMap(\.returns).map(\.remarks) == ["Thiếu kinh phí"])
        try await kit.perform(step(.review), as: city.clerk)
        #expect(try await kit.read { tx in try Agenda.items(of: meeting, for: city.vice, in: tx).isEmpty })
        try await kit.perform(step(.approve), as: city.chair)
        let items = try await kit.read { tx in try Agenda.items(of: meeting, for: city.vice, in: tx) }
        #expect(items.map(\.title) == ["Cấp nước, có kinh phí"] && items.allSatisfy { $0.late && !$0.awaitsChair })
    }
}
