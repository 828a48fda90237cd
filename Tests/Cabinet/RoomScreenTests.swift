import Rules
import Store
import Testing
@testable import Cabinet

@Suite("A screen on a wall")
struct RoomScreenTests {
    private static let wall = Caller.person(.init(id: UserID(trusted: "wall"), role: .screen))

    /// A city with a screen on the council's wall.
    private func hung() async throws -> City {
        let city = try await City.built()
        try await city.kit.perform(AddAccount(id: Self.wall.id, username: "wall", name: "Màn hình", title: "", role: .screen, unit: nil, passwordHash: "none"), as: city.admin)
        try await city.kit.perform(AssignScreen(account: Self.wall.id, body: city.council), as: city.admin)
        return city
    }

    @Test("it holds what a guest holds of its body's meetings, in a list as in each")
    func grants() async throws {
        let city = try await hung()
        let kit = city.kit
        let draft = try await city.meeting("Bản nháp")
        let meeting = try await city.session()
        let elsewhere = try await city.meeting("Nơi khác", body: city.district)
        try await city.advance(elsewhere, .convene)
        let (open, closed) = (try await city.item(meeting), try await city.item(meeting))
        try await kit.perform(SetItemAccess(meeting: meeting, item: closed, visibility: nil, isClosed: true), as: city.chair)
        let access = try #require(try await kit.read { tx in try Meetings.pushAccess(meeting, for: Self.wall, in: tx) })
        #expect(access == [.person(Self.wall.id), .meeting(meeting), .item(open), .papers(open)])
        for other in [draft, elsewhere] { #expect(try await kit.read { tx in try Meetings.pushAccess(other, for: Self.wall, in: tx) } == nil) }
        let listed = try await kit.read { tx in try Meetings.list(for: Self.wall, after: nil, limit: 50, in: tx).items.map(\.id) }
        #expect(listed == [meeting])
        #expect(try await kit.read { tx in try RoomScreens.meeting(for: Self.wall, at: kit.clock.now, in: tx) } == meeting)
        #expect(try await kit.read { tx in try RoomScreens.meeting(for: city.chair, at: kit.clock.now, in: tx) } == nil)
    }

    @Test("the door takes no command from it but signing in and out, whatever else its account was made")
    func door() async throws {
        let city = try await hung()
        let kit = city.kit
        let meeting = try await city.session()
        // Behind the back of every rule: a seat, a place as secretary, the chair.
        try await kit.store.write { tx in
            try tx.execute("INSERT INTO body_member (body, account, role, weight, position, sort_order) VALUES (\(city.council.text), 'wall', 'secretary', 1, '', 99)")
            try tx.execute("INSERT INTO invited (meeting, account, capacity) VALUES (\(meeting.text), 'wall', '')")
            try tx.execute("UPDATE meeting SET presiding = 'wall' WHERE id = \(meeting.text)")
        }
        for command in [
            AdvanceMeeting(id: meeting, transition: .pause), RequestFloor(id: kit.newID(), meeting: meeting, item: nil), HidePage(meeting: meeting),
            PostAnnouncement(meeting: meeting, text: "x", sealedID: "x"), ChangePassword(account: Self.wall.id, passwordHash: "x"), SetMailAddress(account: Self.wall.id, address: ""),
        ] as [any Command] {
            #expect(try await kit.refusal(command, as: Self.wall)?.code == .authForbidden, "\(type(of: command).name)")
        }
        let viewer = try await kit.read { tx in try Standing.viewer(Self.wall, of: try MeetingRow.locked(meeting, in: tx), in: tx) }
        #expect(viewer == .guest)
        #expect(try await kit.read { tx in try Meetings.meeting(meeting, for: Self.wall, in: tx).standing.secretary } == false)
    }

    @Test("only an account with that role hangs, and it neither sits nor is invited")
    func roles() async throws {
        let city = try await hung()
        let kit = city.kit
        #expect(try await kit.refusal(AssignScreen(account: city.guest.id, body: city.council), as: city.admin)?.fields.first?.reason == "field.not-a-screen")
        #expect(try await kit.refusal(AssignScreen(account: Self.wall.id, body: city.council), as: city.clerk)?.code == .authForbidden)
        #expect(try await kit.refusal(RemoveScreen(account: Self.wall.id, body: city.district), as: city.admin)?.code == .notFound)
        let seat = SeatMember(body: city.council, account: Self.wall.id, role: .member, weight: 1, position: "", order: nil)
        #expect(try await kit.refusal(seat, as: city.admin)?.fields.first?.reason == "field.is-a-screen")
        let meeting = try await city.meeting()
        #expect(try await kit.refusal(Invite(meeting: meeting, user: Self.wall.id, capacity: ""), as: city.clerk)?.fields.first?.reason == "field.is-a-screen")
        // Moved, it hangs in one place.
        try await kit.perform(AssignScreen(account: Self.wall.id, body: city.district), as: city.admin)
        #expect(try await kit.read { tx in try RoomScreens.list(of: city.council, for: city.admin, in: tx) }.isEmpty)
        #expect(try await kit.read { tx in try RoomScreens.list(of: city.district, for: city.admin, in: tx) }.map(\.id) == [Self.wall.id])
    }

    @Test("what is on comes first, then what comes next, then what has just ended")
    func now() async throws {
        let city = try await hung()
        let kit = city.kit
        func shown(after seconds: Int64 = 0) async throws -> MeetingID? {
            let now = kit.clock.now + seconds
            return try await kit.read { tx in try RoomScreens.meeting(for: Self.wall, at: now, in: tx) }
        }
        #expect(try await shown() == nil)
        let tomorrow = try await city.meeting("Ngày kia", startsIn: 2 * 86_400)
        try await city.advance(tomorrow, .convene)
        #expect(try await shown() == nil)
        let soon = try await city.meeting("Chiều nay", startsIn: 7200)
        try await city.advance(soon, .convene)
        #expect(try await shown() == soon)
        let running = try await city.session()
        #expect(try await shown() == running)
        try await city.advance(running, .pause)
        #expect(try await shown() == running)
        try await city.advance(running, .resume, .close)
        #expect(try await shown() == soon)
        try await city.advance(soon, .cancel)
        #expect(try await shown() == running)
        #expect(try await shown(after: 7200) == nil)
    }
}
