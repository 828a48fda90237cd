import Logging
import Rules
import Store
import Synchronization
import Testing
@testable import Cabinet

@Suite("Invitations")
struct InvitationTests {
    private func track(_ meeting: MeetingID, _ user: UserID, _ city: City) async throws -> InvitationTrack? {
        let vault = city.kit.cabinet.vault
        return try await city.kit.read { tx in try Invitations.list(of: meeting, for: city.clerk, vault: vault, in: tx).first { $0.user == user }?.track }
    }

    private func kinds(_ meeting: MeetingID, _ city: City) async throws -> [String] {
        try await city.kit.events(of: meeting).map(\.kind).filter { ["invitation.delivered", "invitation.opened"].contains($0) }
    }

    @Test("an invitation is delivered once and opened once, and presence stays as it was")
    func once() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        let vice = city.vice.person!.id
        #expect(try await kit.refusal(NoteInvitation(meeting: meeting, step: .page), as: city.vice)?.code == .notFound)
        try await city.advance(meeting, .convene)
        #expect(try await track(meeting, vice, city)?.deliveredAt == nil)
        let reached = kit.clock.now
        #expect(try await kit.perform(NoteInvitation(meeting: meeting, step: .reached), as: city.vice).seq > 0)
        #expect(try await kit.perform(NoteInvitation(meeting: meeting, step: .reached), as: city.vice).seq == 0)
        kit.clock.advance(seconds: 60)
        let opened = kit.clock.now
        try await kit.perform(NoteInvitation(meeting: meeting, step: .page), as: city.vice)
        kit.clock.advance(seconds: 60)
        #expect(try await kit.perform(NoteInvitation(meeting: meeting, step: .paper), as: city.vice).seq == 0)
        #expect(try await kinds(meeting, city) == ["invitation.delivered", "invitation.opened"])
        let seen = try #require(try await track(meeting, vice, city))
        #expect(seen.reachedAt == reached && seen.openedAt == opened && seen.openedBy == .page && seen.deliveredAt == reached && seen.mail == .none)
        let line = try await kit.read { tx in try Meetings.roster(of: meeting, for: city.clerk, in: tx).first { $0.user == vice } }
        #expect(line?.attendance == nil)
        #expect(try await kit.refusal(NoteInvitation(meeting: meeting, step: .page), as: city.outsider)?.code == .notFound)
        #expect(try await kit.refusal(NoteInvitation(meeting: meeting, step: .page), as: city.auditor)?.code == .authForbidden)
    }

    @Test("opening without having heard before is delivery as well; after the session nothing is noted any more")
    func directly() async throws {
        let city = try await City.built()
        let meeting = try await city.meeting()
        try await city.advance(meeting, .convene)
        try await city.kit.perform(NoteInvitation(meeting: meeting, step: .paper), as: city.vice)
        #expect(try await kinds(meeting, city) == ["invitation.delivered", "invitation.opened"])
        try await city.attend(meeting, city.seats)
        try await city.advance(meeting, .open, .close)
        #expect(try await city.kit.perform(NoteInvitation(meeting: meeting, step: .page), as: city.chair).seq == 0)
        #expect(try await kinds(meeting, city).count == 2)
    }

    @Test("the paper has the name of who is invited, the items he may read, and who signs; another's is for those who conduct")
    func sheet() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        try await city.item(meeting, "Ngân sách")
        let inner = try await city.item(meeting, "Nhân sự")
        try await kit.perform(SetItemAccess(meeting: meeting, item: inner, visibility: .internal, isClosed: nil), as: city.clerk)
        try await kit.perform(Invite(meeting: meeting, user: city.guest.id, capacity: "Khách mời"), as: city.clerk)
        try await kit.perform(DescribeInvitation(meeting: meeting, number: "05/GM-UBND", issuedOn: CivilDate(iso: "2026-11-20"), locality: "Hà Nội"), as: city.clerk)
        #expect(try await kit.refusal(DescribeInvitation(meeting: meeting, number: "1", issuedOn: nil, locality: ""), as: city.chair)?.code == .notFound)
        let preview = try await kit.read { tx in try Invitations.sheet(of: meeting, user: nil, for: city.clerk, in: tx) }
        #expect(preview.isDraft)
        try await city.advance(meeting, .convene)
        func sheet(_ user: UserID?, _ caller: Caller) async throws -> InvitationSheet {
            try await kit.read { tx in try Invitations.sheet(of: meeting, user: user, for: caller, in: tx) }
        }
        let own = try await sheet(nil, city.vice)
        #expect(own.person?.name == "Trần Thị Phó" && own.agenda.map(\.title) == ["Ngân sách", "Nhân sự"] && !own.isDraft)
        #expect(own.number == "05/GM-UBND" && own.locality == "Hà Nội" && own.issuedOn?.text(.date) == "20/11/2026")
        #expect(own.signature.last == "Chủ tịch" && own.presiding != nil)
        let guests = try await sheet(city.guest.id, city.clerk)
        #expect(guests.agenda.map(\.title) == ["Ngân sách"] && guests.person != nil)
        #expect(try await sheet(nil, city.guest) == guests)
        #expect(try await sheet(nil, city.auditor).person == nil)
        await #expect(throws: Refusal.self) { _ = try await sheet(city.vice.id, city.guest) }
        await #expect(throws: Refusal.self) { _ = try await sheet(city.outsider.id, city.clerk) }
        let slips = try await city.meeting(type: .circulated)
        await #expect(throws: Refusal.self) { _ = try await kit.read { tx in try Invitations.sheet(of: slips, user: nil, for: city.clerk, in: tx) } }
        #expect(try await kit.refusal(DescribeInvitation(meeting: slips, number: "1", issuedOn: nil, locality: ""), as: city.clerk)?.code == .meetingWrongState)
        let long = DescribeInvitation(meeting: meeting, number: String(repeating: "5", count: 61), issuedOn: nil, locality: "")
        #expect(try await kit.refusal(long, as: city.clerk)?.fields.first?.pointer == "/number")
    }

    @Test("the courier writes once to everybody whose address is known, and tries again where the mail server was away")
    func letters() async throws {
        let city = try await City.built()
        let kit = city.kit
        try await kit.perform(SetMailAddress(account: city.vice.id, address: "vice@example.gov.vn"), as: city.admin)
        let meeting = try await city.meeting()
        let sent = Mutex<[Letter]>([])
        let away = Mutex(true)
        struct Away: Error {}
        let courier = Courier(cabinet: kit.cabinet, logger: Logger(label: "test")) { letter in
            if away.withLock({ $0 }) { throw Away() }
            sent.withLock { $0.append(letter) }
        }
        try await courier.tick(at: kit.clock.now)
        try await city.advance(meeting, .convene)
        try await courier.tick(at: kit.clock.now)
        #expect(try await track(meeting, city.vice.id, city)?.mail == .waiting)
        away.withLock { $0 = false }
        try await courier.tick(at: kit.clock.now)
        #expect(sent.withLock { $0.isEmpty })
        kit.clock.advance(seconds: 61)
        for _ in 0..<3 { try await courier.tick(at: kit.clock.now) }
        #expect(sent.withLock { $0.map(\.to) } == ["vice@example.gov.vn"])
        #expect(sent.withLock { $0[0].text.contains("Trần Thị Phó") })
        let seen = try #require(try await track(meeting, city.vice.id, city))
        #expect(seen.mail == .sent && seen.mailedAt == kit.clock.now && seen.deliveredAt == kit.clock.now && seen.openedAt == nil)
        #expect(try await track(meeting, city.chair.id, city)?.mail == InvitationMail.none)
        #expect(try await kit.refusal(NoteInvitationMail(meeting: meeting, account: city.vice.id, mail: .sent, nextAt: kit.clock.now), as: city.admin)?.code == .authForbidden)
    }
}
