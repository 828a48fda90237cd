import Foundation
import Rules
import Store
import Testing
@testable import Cabinet

@Suite("Meetings")
struct MeetingTests {
    private func view(_ meeting: MeetingID, _ city: City, as caller: Caller? = nil) async throws -> MeetingView {
        let caller = caller ?? city.admin
        return try await city.kit.read { tx in try Meetings.meeting(meeting, for: caller, in: tx) }
    }

    @Test("a meeting goes its way step by step, every step a fact; no step can be left out")
    func transitions() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        let steps: [(MeetingTransition, MeetingState, String)] = [
            (.convene, .convened, "meeting.convened"), (.open, .open, "meeting.opened"), (.pause, .paused, "meeting.paused"), (.resume, .open, "meeting.resumed"),
            (.close, .closed, "meeting.closed"), (.approveMinutes, .minutesApproved, "minutes.approved"), (.archive, .archived, "meeting.archived"),
        ]
        for (step, state, kind) in steps {
            if step == .open { try await city.attend(meeting, city.seats) }
            try await city.advance(meeting, step)
            #expect(try await view(meeting, city).state == state)
            #expect(try await kit.events(of: meeting).contains { $0.kind == kind })
        }
        for transition in MeetingTransition.allCases {
            #expect(try await kit.refusal(AdvanceMeeting(id: meeting, transition: transition), as: city.admin)?.code == .meetingWrongState)
        }
    }

    @Test("opening needs the quorum: heads of seats in the room or online, and nobody else")
    func quorum() async throws {
        let city = try await City.built()
        let meeting = try await city.meeting()
        try await city.advance(meeting, .convene)
        try await city.attend(meeting, Array(city.seats.prefix(4)))
        try await city.attend(meeting, [city.clerk])
        let refusal = try await city.kit.refusal(AdvanceMeeting(id: meeting, transition: .open), as: city.chair)
        #expect(refusal?.code == .meetingNoQuorum)
        let parameters = try #require(refusal?.parameters)
        #expect(["present", "members", "needed", "share"].map { parameters[$0] } == ["4", "7", "5", "2/3"])
        #expect(parameters["source"]?.contains("Điều 114 khoản 3") == true && parameters["reason"] == "unconfirmed")
        #expect(try await view(meeting, city).state == .convened)
        try await city.attend(meeting, [city.seats[4]], .online)
        try await city.advance(meeting, .open)
        let quorum = try await view(meeting, city).quorum
        #expect(quorum.present == 5 && quorum.members == 7 && quorum.isMet)
    }

    @Test("opening freezes names, titles, weights and rules: what the body does later changes nothing")
    func freeze() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let before = try await kit.read { tx in try Meetings.roster(of: meeting, for: city.admin, in: tx) }
        try await city.seat(city.vice, .member, weight: 9)
        try await city.seat(city.outsider, .member)
        try await kit.perform(RemoveMember(body: city.council, account: city.members[0].id), as: city.admin)
        try await kit.perform(SetRules(body: city.council, rules: .json(#"{"quorum":{"numerator":1,"denominator":1}}"#)), as: city.admin)
        #expect(try await kit.read { tx in try Meetings.roster(of: meeting, for: city.admin, in: tx) } == before)
        #expect(try await view(meeting, city).quorum.needed == 5)
        #expect(try await city.sees(meeting, city.members[0]))
        #expect(try await !city.sees(meeting, city.outsider))
        let poll = try await city.openPoll(meeting)
        try await city.vote(poll, .for, by: [city.members[0]])
        #expect(try await city.view(poll, for: city.admin).rules.quorum == Fraction(2, 3))
    }

    @Test("the chairman presides by default, whoever he is when the meeting is convened; another needs a ground")
    func presiding() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        #expect(try await view(meeting, city).presiding == city.chair.id)
        try await city.seat(city.chair, .member)
        try await city.seat(city.vice, .chairman)
        try await city.advance(meeting, .convene)
        #expect(try await view(meeting, city).presiding == city.vice.id)
        #expect(try await kit.refusal(SetPresiding(meeting: meeting, user: city.members[0].id, ground: ""), as: city.admin)?.fields.first?.pointer == "/ground")
        #expect(try await kit.refusal(SetPresiding(meeting: meeting, user: city.clerk.id, ground: "x"), as: city.admin)?.fields.first?.reason == "field.not-a-seat")
        try await kit.perform(SetPresiding(meeting: meeting, user: city.members[0].id, ground: "Được Chủ tịch ủy quyền"), as: city.clerk)
        #expect(try await view(meeting, city).presiding == city.members[0].id)
        try await city.attend(meeting, city.seats)
        #expect(try await kit.refusal(AdvanceMeeting(id: meeting, transition: .open), as: city.vice)?.code == .authForbidden)
        try await kit.perform(AdvanceMeeting(id: meeting, transition: .open), as: city.members[0])
        #expect(try await view(meeting, city).presiding == city.members[0].id)
    }

    @Test("a body has one chairman, and weights and orders have their limits")
    func seats() async throws {
        let city = try await City.built()
        let kit = city.kit
        func put(_ role: BodyRole, weight: Int = 1, order: Int? = nil) async throws -> String? {
            try await kit.refusal(SeatMember(body: city.council, account: city.vice.id, role: role, weight: weight, position: "", order: order), as: city.admin)?.fields.first?.reason
        }
        #expect(try await put(.chairman) == "field.one-chairman")
        for weight in [0, -1, 1001] { #expect(try await put(.member, weight: weight) == "field.out-of-range") }
        for order in [-1, 1_000_001] { #expect(try await put(.member, order: order) == "field.out-of-range") }
        #expect(try await put(.member, weight: 1000, order: 0) == nil)
        #expect(try await kit.read { tx in try Bodies.members(of: city.council, in: tx).first?.user } == city.vice.id)
    }

    @Test("a meeting cannot be closed while a poll is open; the draft minutes exist from the instant of closing")
    func close() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let poll = try await city.openPoll(meeting)
        let refusal = try await kit.refusal(AdvanceMeeting(id: meeting, transition: .close), as: city.chair)
        #expect(refusal?.code == .meetingWrongState && refusal?.parameters["state"] == "poll-open")
        func minutes(_ caller: Caller) async throws -> Bool {
            try await kit.read { tx in
                do {
                    _ = try Meetings.minutes(of: meeting, for: caller, vault: kit.cabinet.vault, in: tx)
                    return true
                } catch let refusal as Refusal where refusal.code == .notFound { return false }
            }
        }
        #expect(try await minutes(city.clerk))
        #expect(try await !minutes(city.vice))
        try await kit.perform(ClosePoll(id: poll), as: city.chair)
        try await city.advance(meeting, .close)
        #expect(try await minutes(city.vice))
        #expect(try await minutes(city.auditor))
        #expect(try await !minutes(city.outsider))
    }

    @Test("circulated opinions are never opened: polls open from convening, without presence")
    func circulated() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting(type: .circulated)
        try await city.advance(meeting, .convene)
        #expect(try await kit.refusal(AdvanceMeeting(id: meeting, transition: .open), as: city.admin)?.code == .meetingWrongState)
        let poll = try await city.openPoll(meeting)
        #expect(try await kit.refusal(AdvanceMeeting(id: meeting, transition: .cancel), as: city.admin)?.code == .meetingWrongState)
        try await city.vote(poll, .for, by: city.seats)
        try await kit.perform(ClosePoll(id: poll), as: city.admin)
        let result = try #require(try await city.view(poll, for: city.vice).result)
        #expect(result.outcome == .adopted && result.present == nil)
        try await city.advance(meeting, .close)
        #expect(try await view(meeting, city).state == .closed)
    }

    @Test("the type of a meeting is fixed once it is convened")
    func typeIsFixed() async throws {
        let city = try await City.built()
        let meeting = try await city.meeting()
        try await city.advance(meeting, .convene)
        let start = CabinetKit.start + 100
        let changed = MeetingParticulars(title: "x", type: .circulated, form: .online, startsAt: start, endsAt: start + 60, place: "")
        #expect(try await city.kit.refusal(EditMeeting(id: meeting, particulars: changed), as: city.admin)?.fields.first?.pointer == "/type")
    }

    @Test("particulars are checked: title, length, order of the times")
    func particulars() async throws {
        let city = try await City.built()
        let start = CabinetKit.start
        func refused(_ title: String, _ end: Timestamp, place: String = "") async throws -> String? {
            let particulars = MeetingParticulars(title: title, type: .regular, form: .inRoom, startsAt: start, endsAt: end, place: place)
            return try await city.kit.refusal(CreateMeeting(id: city.kit.newID(), body: city.council, particulars: particulars), as: city.admin)?.fields.first?.pointer
        }
        #expect(try await refused(" \n ", start + 60) == "/title")
        #expect(try await refused(String(repeating: "a", count: 501), start + 60) == "/title")
        #expect(try await refused("ok", start) == "/endsAt")
        #expect(try await refused("ok", start + 32 * 86_400) == "/endsAt")
        #expect(try await refused("ok", start + 60, place: String(repeating: "a", count: 201)) == "/place")
        #expect(try await refused(String(repeating: "ữ", count: 500), start + 60) == nil)
        let unknown = MeetingParticulars(title: "ok", type: .regular, form: .inRoom, startsAt: start, endsAt: start + 60, place: "")
        #expect(try await city.kit.refusal(CreateMeeting(id: city.kit.newID(), body: city.kit.newID(), particulars: unknown), as: city.admin)?.fields.first?.pointer == "/bodyId")
    }

    @Test("agenda items keep one unbroken order, whatever is moved, added or taken out", arguments: 1...3 as ClosedRange<UInt64>)
    func agenda(seed: UInt64) async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        var random = SplitMix(seed: seed)
        var order: [AgendaItemID] = []
        for _ in 0..<40 {
            switch Int.random(in: 0..<3, using: &random) {
            case 0: order.append(try await city.item(meeting))
            case 1:
                guard let id = order.randomElement(using: &random) else { continue }
                let number = Int.random(in: 0...order.count + 1, using: &random)
                let refusal = try await kit.refusal(EditAgendaItem(id: id, meeting: meeting, draft: .init(title: "Mục"), number: number), as: city.clerk)
                #expect((refusal == nil) == (1...order.count).contains(number))
                if refusal == nil {
                    order.removeAll { $0 == id }
                    order.insert(id, at: number - 1)
                }
            default:
                guard let id = order.randomElement(using: &random) else { continue }
                try await kit.perform(RemoveAgendaItem(id: id, meeting: meeting), as: city.clerk)
                order.removeAll { $0 == id }
            }
            let items = try await kit.read { tx in try Agenda.items(of: meeting, for: city.clerk, in: tx) }
            #expect(items.map(\.id) == order)
            #expect(items.map(\.number) == Array(1..<order.count + 1))
        }
    }

    @Test("an item with papers or polls stays")
    func itemInUse() async throws {
        let city = try await City.built()
        let meeting = try await city.meeting()
        let (withPaper, withPoll) = (try await city.item(meeting), try await city.item(meeting))
        _ = try await city.paper(meeting, item: withPaper)
        _ = try await city.poll(meeting, item: withPoll)
        for item in [withPaper, withPoll] {
            #expect(try await city.kit.refusal(RemoveAgendaItem(id: item, meeting: meeting), as: city.admin)?.fields.first?.reason == "field.item-in-use")
        }
    }

    @Test("attendance is of the roster alone, from convening on; the same twice is one fact")
    func attendance() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        func record(_ person: Caller, _ state: AttendanceState) async throws -> (seq: Int64?, code: Refusal.Code?) {
            do {
                return (try await kit.perform(RecordAttendance(meeting: meeting, user: person.id, state: state, reason: nil, sealedID: kit.newText()), as: city.clerk).seq, nil)
            } catch let refusal as Refusal { return (nil, refusal.code) }
        }
        #expect(try await record(city.vice, .inRoom).code == .meetingWrongState)
        try await city.advance(meeting, .convene)
        #expect(try await record(city.outsider, .inRoom).code == .notFound)
        #expect(try #require(try await record(city.vice, .inRoom).seq) > 0)
        #expect(try await record(city.vice, .inRoom).seq == 0)
        #expect(try #require(try await record(city.vice, .online).seq) > 0)
        #expect(try await kit.number("SELECT COUNT(*) FROM attendance_change") == 2)
    }
}
