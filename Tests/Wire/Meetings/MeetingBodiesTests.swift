import Rules
import Testing
import Wire

@Suite struct MeetingBodiesTests {
    private func meeting(quorate: Bool?, needed: Int?) -> Meeting {
        Meeting(
            id: MeetingID("m1")!, bodyId: BodyID("b1")!, bodyName: "UBND", title: "Phiên họp", type: .regular, form: .hybrid,
            startsAt: "2026-11-23T08:00:00+07:00", endsAt: "2026-11-23T11:00:00+07:00", place: nil, state: .convened, members: 22, present: 18,
            quorate: quorate, needed: needed, presiding: nil, epoch: "e", head: 4, version: 2)
    }

    @Test("a meeting says what the contract promises")
    func keys() throws {
        let shape = try JSONShape(of: meeting(quorate: true, needed: 15))
        #expect(shape.keys.isSuperset(of: ["id", "state", "members", "present", "quorate", "epoch", "head", "needed", "version", "presiding"]))
        #expect(shape.members["quorate"] as? Bool == true)
        for key in ["place", "presiding", "convenedAt", "openedAt", "closedAt"] { #expect(shape.isNull(key), "\(key)") }
    }

    @Test("circulated opinions know no quorum")
    func circulated() throws {
        let shape = try JSONShape(of: meeting(quorate: nil, needed: nil))
        #expect(shape.isNull("quorate"))
        #expect(shape.isNull("needed"))
    }

    @Test("a meeting survives the way there and back, additions of a later server included")
    func roundTrip() throws {
        var json = try JSONShape(of: meeting(quorate: true, needed: 15)).members
        json["later"] = ["x": 1]
        #expect(try decoded(Meeting.self, try text(json)) == meeting(quorate: true, needed: 15))
    }

    @Test("place is optional in a new meeting")
    func newMeeting() throws {
        let new = try decoded(
            NewMeeting.self,
            #"{"bodyId":"b","title":"T","type":"citizenReception","form":"inRoom","startsAt":"2026-11-23T08:00:00+07:00","endsAt":"2026-11-23T11:00:00+07:00"}"#)
        #expect(new.place == nil)
        #expect(new.type == .citizenReception)
    }

    @Test("attendance needs no reason")
    func attendance() throws {
        #expect(try decoded(PutAttendance.self, #"{"state":"online"}"#).state == .online)
    }

    @Test("nobody has said: attendance is null")
    func roster() throws {
        let shape = try JSONShape(
            of: RosterEntry(userId: UserID("u")!, name: "N", title: nil, role: .member, weight: 1, order: 1, attendance: nil, votes: true))
        #expect(shape.keys == ["userId", "name", "title", "role", "weight", "order", "attendance", "reason", "since", "changes", "votes"])
        #expect(shape.isNull("attendance") && shape.isNull("since"))
    }

    @Test("an agenda item needs a title alone")
    func newItem() throws {
        #expect(try decoded(NewAgendaItem.self, #"{"title":"T"}"#).minutesPlanned == nil)
    }

    @Test("an announcement is answered with its number")
    func announcement() throws {
        #expect(try JSONShape(of: SequenceAnswer(seq: 7)).members as? [String: Int] == ["seq": 7])
    }
}
