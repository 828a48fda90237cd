import Rules
import Store
import Testing
@testable import Cabinet

@Suite("Attendance")
struct AttendanceTests {
    private func record(_ meeting: MeetingID, _ city: City) async throws -> [MinutesRecord.Member] {
        try await city.kit.read { tx in try Meetings.minutes(of: meeting, for: city.admin, vault: city.kit.cabinet.vault, in: tx).record.roster }
    }

    @Test("a member checks in himself, in the form the meeting has, two hours before it at the earliest")
    func checkIn() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting(startsIn: 3 * 3600)
        try await city.advance(meeting, .convene)
        func code(_ state: AttendanceState, _ caller: Caller) async throws -> Refusal.Code? {
            try await kit.refusal(CheckInMember(meeting: meeting, state: state), as: caller)?.code
        }
        #expect(try await code(.inRoom, city.vice) == .attendanceTooEarly)
        kit.clock.advance(seconds: 3600)
        #expect(try await code(.online, city.vice) == .requestInvalid)
        #expect(try await code(.inRoom, city.vice) == nil)
        #expect(try await code(.inRoom, city.outsider) == .notFound)
        try await kit.perform(Invite(meeting: meeting, user: city.guest.id, capacity: ""), as: city.clerk)
        #expect(try await code(.inRoom, city.guest) == .authForbidden)
        kit.clock.advance(seconds: 60)
        #expect(try await code(.absent, city.vice) == nil)
        let vice = try #require(try await record(meeting, city).first { $0.name == "Trần Thị Phó" })
        #expect(vice.changes.map(\.state) == [.inRoom, .absent])
        #expect(vice.changes[1].at.ms - vice.changes[0].at.ms == 60_000)
    }

    @Test("a correction never alters a verdict: it says what would differ, and wants a note")
    func correction() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session(absent: [city.members[2], city.members[3]])
        kit.clock.advance(seconds: 60)
        let left = kit.clock.now
        kit.clock.advance(seconds: 60)
        let poll = try await city.openPoll(meeting)
        try await city.vote(poll, .for, by: [city.chair, city.vice, city.members[0], city.members[1]])
        try await kit.perform(ClosePoll(id: poll), as: city.chair)
        #expect(try await city.view(poll, for: city.chair).result?.outcome == .adopted)
        kit.clock.advance(seconds: 60)
        let correction = AttendanceCorrection(user: city.vice.id, state: .absent, from: left)
        let now = kit.clock.now
        let effects = try await kit.read { tx in try Meetings.effects(of: correction, in: meeting, for: city.clerk, at: now, tx: tx) }
        let effect = try #require(effects.first)
        #expect(effects.count == 1 && effect.presentAtClosing == 5 && effect.correctedAtClosing == 4 && effect.outcome == .adopted)
        #expect(effect.correctedOutcome == nil && effect.wouldDiffer)
        func correct(_ note: String?) -> CorrectAttendance {
            CorrectAttendance(meeting: meeting, user: city.vice.id, state: .absent, from: left, note: note, sealedID: kit.newText())
        }
        #expect(try await kit.refusal(correct(nil), as: city.clerk)?.code == .attendanceNeedsNote)
        #expect(try await kit.refusal(correct("x"), as: city.chair)?.code == .authForbidden)
        #expect(try await kit.perform(correct("Rời phòng mà không báo"), as: city.clerk).polls == 1)
        #expect(try await city.view(poll, for: city.chair).result?.outcome == .adopted)
        // Nothing later was recorded, so he is away from now on as well: the lamp says so.
        #expect(try await kit.read { tx in try Meetings.meeting(meeting, for: city.chair, in: tx).quorum.present } == 4)
    }

    @Test("a member's absence waits for consent; his substitute reads and speaks, without a vote and without counting")
    func substitute() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        try await city.advance(meeting, .convene)
        let absent = city.members[3]
        func answer(_ reason: String?, _ substitute: String?) -> AnswerInvitation {
            AnswerInvitation(meeting: meeting, answer: .decline, reason: reason, substitute: substitute, sealedID: kit.newText())
        }
        #expect(try await kit.refusal(answer(nil, nil), as: absent)?.fields.first?.pointer == "/reason")
        #expect(try await kit.refusal(answer("Đi công tác", "nobody"), as: absent)?.fields.first?.reason == "invitation.unknown-person")
        #expect(try await kit.refusal(answer("Đi công tác", "vice"), as: absent)?.fields.first?.reason == "invitation.already-in-meeting")
        try await kit.perform(answer("Đi công tác", "officer"), as: absent)
        #expect(try await !city.sees(meeting, city.officer))
        #expect(try await kit.refusal(DecideAbsence(meeting: meeting, user: absent.id, isApproved: true), as: absent)?.code == .authForbidden)
        try await kit.perform(DecideAbsence(meeting: meeting, user: absent.id, isApproved: true), as: city.chair)
        #expect(try await city.sees(meeting, city.officer))
        try await kit.perform(AnswerInvitation(meeting: meeting, answer: .attend, reason: nil, substitute: nil, sealedID: "s"), as: city.vice)
        let forecast = try #require(try await kit.read { tx in try Invitations.forecast(of: meeting, for: city.chair, in: tx) })
        #expect(forecast == QuorumForecast(members: 7, needed: 5, attending: 1, declining: 1) && forecast.outlook == .open)
        #expect(try await kit.read { tx in try Invitations.forecast(of: meeting, for: city.vice, in: tx) } == nil)
        try await city.attend(meeting, city.seats.filter { $0 != absent })
        try await city.advance(meeting, .open)
        #expect(try await kit.read { tx in try Meetings.meeting(meeting, for: city.officer, in: tx).quorum.present } == 6)
        let poll = try await city.openPoll(meeting)
        #expect(try await kit.refusal(CastVote(poll: poll, choice: .for, text: nil, sealedID: "v"), as: city.officer)?.code == .ballotNotEntitled)
        #expect(try await kit.refusal(RequestFloor(id: kit.newID(), meeting: meeting, item: nil), as: city.officer) == nil)
        let record = try await kit.read { tx in try Meetings.minutes(of: meeting, for: city.admin, vault: kit.cabinet.vault, in: tx).record }
        // He has not come yet.
        #expect(record.substitutes.isEmpty)
        #expect(record.roster.first { $0.name == "Ủy viên 3" }?.attendance == .absent)
    }

    /// A convened meeting from which the last member asked to stay away, with the officer to sit in his place.
    private func declined(_ city: City) async throws -> (meeting: MeetingID, absent: Caller) {
        let meeting = try await city.meeting(startsIn: 3600)
        try await city.advance(meeting, .convene)
        let answer = AnswerInvitation(meeting: meeting, answer: .decline, reason: "Đi công tác", substitute: "officer", sealedID: city.kit.newText())
        try await city.kit.perform(answer, as: city.members[3])
        return (meeting, city.members[3])
    }

    private func line(_ user: UserID, _ meeting: MeetingID, _ city: City) async throws -> RosterLine? {
        try await city.kit.read { tx in try Meetings.roster(of: meeting, for: city.admin, in: tx).first { $0.user == user } }
    }

    @Test("an absence that was agreed to is recorded with its reason; what was said before of the member stays")
    func agreed() async throws {
        let city = try await City.built()
        let kit = city.kit
        let (meeting, absent) = try await declined(city)
        try await kit.perform(DecideAbsence(meeting: meeting, user: absent.id, isApproved: true), as: city.clerk)
        #expect(try await line(absent.id, meeting, city)?.attendance == .absent)
        let reasons = try await kit.read { tx in try Meetings.absenceReasons(of: meeting, for: city.clerk, vault: kit.cabinet.vault, in: tx) }
        #expect(reasons[absent.id] == "Đi công tác")
        let member = try #require(try await record(meeting, city).first { $0.name == "Ủy viên 3" })
        #expect(member.absenceAgreed == true && member.agreementRecordedBy == "Lê Thư Ký")
        let invitation = try await kit.read { tx in try Invitations.list(of: meeting, for: absent, vault: kit.cabinet.vault, in: tx).first { $0.user == absent.id } }
        #expect(invitation?.consentRecordedBy == "Lê Thư Ký")
        // The other way round: he was in the room already.
        let (second, here) = try await declined(city)
        try await city.attend(second, [here])
        try await kit.perform(DecideAbsence(meeting: second, user: here.id, isApproved: true), as: city.chair)
        #expect(try await line(here.id, second, city)?.attendance == .inRoom)
        #expect(try await record(second, city).first { $0.name == "Ủy viên 3" }?.agreementRecordedBy == nil)
    }

    @Test("opening records the agreed absences that nobody has")
    func agreedAtOpening() async throws {
        let city = try await City.built()
        let kit = city.kit
        let (meeting, absent) = try await declined(city)
        // Decided while he had no seat, so there was nothing to record.
        try await kit.perform(RemoveMember(body: city.council, account: absent.id), as: city.admin)
        try await kit.perform(DecideAbsence(meeting: meeting, user: absent.id, isApproved: true), as: city.chair)
        try await city.seat(absent, .member)
        try await city.attend(meeting, city.seats.filter { $0 != absent })
        #expect(try await line(absent.id, meeting, city)?.attendance == nil)
        try await city.advance(meeting, .open)
        #expect(try await line(absent.id, meeting, city)?.attendance == .absent)
    }

    @Test("a substitute comes and goes apart from the count; the member who comes himself ends his place, and the minutes say until when")
    func substituteComes() async throws {
        let city = try await City.built()
        let kit = city.kit
        let (meeting, absent) = try await declined(city)
        func checkIn(_ state: AttendanceState, _ caller: Caller) async throws { try await kit.perform(CheckInMember(meeting: meeting, state: state), as: caller) }
        #expect(try await kit.refusal(CheckInMember(meeting: meeting, state: .inRoom), as: city.officer)?.code == .notFound)
        try await kit.perform(DecideAbsence(meeting: meeting, user: absent.id, isApproved: true), as: city.chair)
        try await checkIn(.inRoom, city.officer)
        #expect(try await kit.read { tx in try Meetings.meeting(meeting, for: city.chair, in: tx).quorum.present } == 0)
        #expect(try await kit.read { tx in try Invitations.substitutes(of: meeting, for: city.chair, in: tx).map(\.attendance) } == [.inRoom])
        try await city.attend(meeting, city.seats.filter { $0 != absent })
        try await city.advance(meeting, .open)
        let item = try await city.item(meeting)
        try await kit.perform(PointToItem(meeting: meeting, item: item), as: city.chair)
        let request = try await kit.perform(RequestFloor(id: kit.newID(), meeting: meeting, item: nil), as: city.officer).id
        let floor = try await kit.read { tx in try Floor.floor(of: meeting, for: city.vice, in: tx) }
        #expect(floor.waiting.map(\.substituteFor) == ["Ủy viên 3"])
        try await kit.perform(StepFloor(meeting: meeting, request: request, step: .grant), as: city.chair)
        let from = kit.clock.now
        kit.clock.advance(seconds: 600)
        try await checkIn(.inRoom, absent)
        #expect(try await !city.sees(meeting, city.officer))
        #expect(try await kit.read { tx in try Invitations.substitutes(of: meeting, for: city.chair, in: tx) }.isEmpty)
        let record = try await kit.read { tx in try Meetings.minutes(of: meeting, for: city.admin, vault: kit.cabinet.vault, in: tx).record }
        let stay = try #require(record.substitutes.first)
        #expect(stay.member == "Ủy viên 3" && stay.person.name == "Đặng Cán Bộ" && stay.from == from && stay.until == kit.clock.now)
        #expect(record.agenda.flatMap(\.speeches).map(\.substituteFor) == ["Ủy viên 3"])
    }

    @Test("why the secretary recorded somebody in his stead is kept, for the secretariat and the person himself")
    func overrideNote() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        try await city.advance(meeting, .convene)
        let command = RecordAttendance(meeting: meeting, user: city.vice.id, state: .inRoom, reason: nil, note: "Máy hỏng", sealedID: kit.newText())
        try await kit.perform(command, as: city.clerk)
        func changes(_ caller: Caller) async throws -> [AttendanceChangeView] {
            try await kit.read { tx in try Meetings.attendanceChanges(of: meeting, for: caller, vault: kit.cabinet.vault, in: tx)[city.vice.id] ?? [] }
        }
        #expect(try await changes(city.clerk).map(\.note) == ["Máy hỏng"])
        #expect(try await changes(city.vice).map(\.note) == ["Máy hỏng"])
        #expect(try await changes(city.chair).map(\.note) == [nil])
        #expect(try await changes(city.chair).map(\.isRecordedForHim) == [true])
        #expect(try await !kit.events(of: meeting).contains { $0.body.contains("Máy hỏng") })
    }
}
