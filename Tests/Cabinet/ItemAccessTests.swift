import Rules
import Store
import Testing
@testable import Cabinet

@Suite("Whom an item is for")
struct ItemAccessTests {
    @Test("the law of reading, one line a standing", arguments: ItemAccess.Viewer.allCases)
    func table(viewer: ItemAccess.Viewer) {
        let expected: (public: Bool, internal: Bool, hidden: Bool, closed: Bool) =
            switch viewer {
            case .secretariat, .presiding, .auditor: (true, true, true, true)
            case .roster: (true, true, false, true)
            case .guest: (true, false, false, false)
            }
        #expect(ItemAccess().mayRead(viewer) == expected.public)
        #expect(ItemAccess(visibility: .internal).mayRead(viewer) == expected.internal)
        #expect(ItemAccess(visibility: .hidden).mayRead(viewer) == expected.hidden)
        #expect(ItemAccess(isClosed: true).mayRead(viewer) == expected.closed)
        #expect(!ItemAccess().mayReadPapers(viewer, isRecused: true))
    }

    @Test("a part that is closed is gone for guests at once: list, paper, poll, minutes and push")
    func closedPart() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        try await kit.perform(Invite(meeting: meeting, user: city.guest.id, capacity: ""), as: city.clerk)
        let item = try await city.item(meeting)
        let paper = try await city.paper(meeting, item: item)
        let poll = try await city.openPoll(meeting, item: item)
        #expect(try await kit.read { tx in try Documents.document(paper, for: city.guest, in: tx).id } == paper)
        try await kit.perform(SetItemAccess(meeting: meeting, item: item, visibility: nil, isClosed: true), as: city.chair)
        try await kit.perform(ClosePoll(id: poll), as: city.chair)
        for (caller, sees) in [(city.guest, false), (city.vice, true), (city.auditor, true)] {
            #expect(try await kit.read { tx in try Agenda.items(of: meeting, for: caller, in: tx).contains { $0.id == item } } == sees)
            #expect(try await kit.read { tx in try Documents.list(of: meeting, for: caller, in: tx).isEmpty } == !sees)
            #expect(try await kit.read { tx in try Polls.list(of: meeting, for: caller, at: CabinetKit.start, in: tx).isEmpty } == !sees)
            let grants = try #require(try await kit.read { tx in try Meetings.pushAccess(meeting, for: caller, in: tx) })
            let heard = try await kit.events(of: meeting).filter { Audience(logged: $0.audience).admits(grants) }.map(\.kind)
            #expect(heard.contains("poll.closed") == sees && heard.contains("document.added") == sees)
            #expect(heard.contains("item.access-changed"))
        }
        await #expect(throws: Refusal(.notFound)) { try await city.view(poll, for: city.guest) }
        try await city.advance(meeting, .close)
        func minutes(_ caller: Caller) async throws -> [String] {
            try await kit.read { tx in try Meetings.minutes(of: meeting, for: caller, vault: kit.cabinet.vault, in: tx).record.agenda.map(\.title) }
        }
        #expect(try await minutes(city.guest).isEmpty)
        #expect(try await minutes(city.vice).count == 1)
    }

    @Test("two bodies with one person in both never mix: lists, papers, push and minutes")
    func bodies() async throws {
        let city = try await City.built()
        let kit = city.kit
        let both = city.members[0]
        let council = try await city.session()
        let district = try await city.meeting("Phiên họp phường", body: city.district)
        try await city.advance(district, .convene)
        try await city.attend(district, [city.districtChair, both])
        try await city.advance(district, .open)
        let (here, there) = (try await city.item(council), try await city.item(district))
        let (paper, otherPaper) = (try await city.paper(council, item: here), try await city.paper(district, item: there))
        let (poll, otherPoll) = (try await city.openPoll(council, item: here), try await city.openPoll(district, item: there))
        // The one who sits in both sees each in its own place.
        let agenda = try await kit.read { tx in try [council, district].map { try Agenda.items(of: $0, for: both, in: tx).map(\.id) } }
        #expect(agenda == [[here], [there]])
        #expect(try await kit.read { tx in try Documents.list(of: council, for: both, in: tx).map(\.id) } == [paper])
        #expect(try await kit.read { tx in try Documents.list(of: district, for: both, in: tx).map(\.id) } == [otherPaper])
        let grants = try #require(try await kit.read { tx in try Meetings.pushAccess(council, for: both, in: tx) })
        #expect(grants.isDisjoint(with: [.meeting(district), .item(there), .papers(there), .body(city.district)]))
        #expect(try await !kit.events(of: district).contains { Audience(logged: $0.audience).admits(grants) })
        // Those who sit in one alone do not know of the other.
        for (caller, own, foreign, foreignPaper, foreignPoll) in [
            (city.vice, council, district, otherPaper, otherPoll), (city.districtChair, district, council, paper, poll),
        ] {
            let list = try await kit.read { tx in try Meetings.list(for: caller, after: nil, limit: 50, in: tx).items.map(\.id) }
            #expect(list == [own])
            #expect(try await kit.read { tx in try Meetings.pushAccess(foreign, for: caller, in: tx) } == nil)
            await #expect(throws: Refusal(.notFound)) { try await kit.read { tx in _ = try Documents.document(foreignPaper, for: caller, in: tx) } }
            await #expect(throws: Refusal(.notFound)) { try await city.view(foreignPoll, for: caller) }
            await #expect(throws: Refusal(.notFound)) {
                try await kit.read { tx in _ = try Meetings.minutes(of: foreign, for: caller, vault: kit.cabinet.vault, in: tx) }
            }
        }
        let waiting = try await kit.read { tx in try Polls.waiting(for: both, at: CabinetKit.start, in: tx).map(\.meeting) }
        #expect(Set(waiting) == [council, district])
        #expect(try await kit.read { tx in try Polls.waiting(for: city.vice, at: CabinetKit.start, in: tx).map(\.meeting) } == [council])
    }
}
