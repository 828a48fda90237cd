import Rules
import Store
import Testing
@testable import Cabinet

@Suite("The page that is before everybody")
struct PresentationTests {
    private func shown(_ meeting: MeetingID, to caller: Caller, in city: City) async throws -> ShownPage? {
        try await city.kit.read { tx in try Presentations.current(in: meeting, for: caller, tx: tx) }
    }

    private func wall(_ meeting: MeetingID, _ city: City, as caller: Caller? = nil) async throws -> ShownPage? {
        let caller = caller ?? city.clerk
        return try await city.kit.read { tx in try Presentations.onTheWall(in: meeting, for: caller, tx: tx) }
    }

    @Test("who conducts shows pages, who has the floor does, nobody else")
    func who() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let item = try await city.item(meeting)
        let paper = try await city.readyPaper(meeting, item: item, digest: "a", pages: 3)
        try await kit.perform(PointToItem(meeting: meeting, item: item), as: city.chair)
        #expect(try await kit.refusal(PresentPage(meeting: meeting, document: paper, page: 1), as: city.vice)?.code == .authForbidden)
        #expect(try await kit.refusal(HidePage(meeting: meeting), as: city.vice)?.code == .authForbidden)
        #expect(try await kit.refusal(PresentPage(meeting: meeting, document: paper, page: 1), as: city.outsider)?.code == .notFound)
        try await kit.perform(PresentPage(meeting: meeting, document: paper, page: 2), as: city.chair)
        #expect(try await shown(meeting, to: city.vice, in: city)?.page == 2)
        let request = try await kit.perform(RequestFloor(id: kit.newID(), meeting: meeting, item: item), as: city.vice)
        #expect(try await kit.refusal(PresentPage(meeting: meeting, document: paper, page: 3), as: city.vice)?.code == .authForbidden)
        try await kit.perform(StepFloor(meeting: meeting, request: request.id, step: .grant), as: city.chair)
        try await kit.perform(PresentPage(meeting: meeting, document: paper, page: 3), as: city.vice)
        let now = try #require(try await wall(meeting, city))
        #expect(now.page == 3 && now.presenter == city.vice.id)
        try await kit.perform(HidePage(meeting: meeting), as: city.vice)
        #expect(try await wall(meeting, city) == nil)
    }

    @Test("a page there is, of a paper of this meeting, in session")
    func what() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let other = try await city.session("Phiên khác")
        let paper = try await city.readyPaper(meeting, digest: "a", pages: 3)
        for page in [0, 4, -1, .max] {
            #expect(try await kit.refusal(PresentPage(meeting: meeting, document: paper, page: page), as: city.chair)?.fields.first?.pointer == "/page")
        }
        #expect(try await kit.refusal(PresentPage(meeting: other, document: paper, page: 1), as: city.chair)?.fields.first?.pointer == "/documentId")
        let unseen = try await city.paper(meeting, digest: "b")
        #expect(try await kit.refusal(PresentPage(meeting: meeting, document: unseen, page: 1), as: city.chair)?.code == .documentProcessing)
        let held = try await city.paper(meeting, digest: "c", heldBack: true)
        #expect(try await kit.refusal(PresentPage(meeting: meeting, document: held, page: 1), as: city.clerk)?.fields.first?.pointer == "/documentId")
        try await city.advance(meeting, .pause)
        #expect(try await kit.refusal(PresentPage(meeting: meeting, document: paper, page: 1), as: city.chair)?.code == .meetingWrongState)
    }

    @Test("it is over when the session goes to another item, the paper gets a new version, or the session ends")
    func over() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let (first, second) = (try await city.item(meeting), try await city.item(meeting))
        let paper = try await city.readyPaper(meeting, item: first, digest: "a")
        try await kit.perform(PointToItem(meeting: meeting, item: first), as: city.chair)
        try await kit.perform(PresentPage(meeting: meeting, document: paper, page: 1), as: city.chair)
        #expect(try await wall(meeting, city) != nil)
        try await kit.perform(PointToItem(meeting: meeting, item: second), as: city.chair)
        #expect(try await wall(meeting, city) == nil)
        try await kit.perform(PresentPage(meeting: meeting, document: paper, page: 1), as: city.chair)
        #expect(try await wall(meeting, city) != nil)
        let new = StoredPaper(sha256: String(repeating: "e", count: 64), bytes: 1, mediaType: "application/pdf", fileName: "e.pdf")
        try await kit.perform(AddDocumentVersion(id: paper, paper: new), as: city.clerk)
        #expect(try await wall(meeting, city) == nil)
        let next = try await city.readyPaper(meeting, digest: "f")
        try await kit.perform(PresentPage(meeting: meeting, document: next, page: 1), as: city.chair)
        try await city.advance(meeting, .pause)
        #expect(try await wall(meeting, city) != nil)
        try await city.advance(meeting, .resume, .close)
        #expect(try await wall(meeting, city) == nil)
    }

    @Test("who may not read the paper is not taken along, and the wall shows what a guest may read, whoever opened it")
    func secrecy() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        try await kit.perform(Invite(meeting: meeting, user: city.guest.id, capacity: ""), as: city.clerk)
        let item = try await city.item(meeting)
        let paper = try await city.readyPaper(meeting, item: item, digest: "a")
        try await kit.perform(PresentPage(meeting: meeting, document: paper, page: 1), as: city.chair)
        #expect(try await shown(meeting, to: city.guest, in: city) != nil)
        #expect(try await wall(meeting, city) != nil)
        for (visibility, isClosed) in [(ItemVisibility.internal, false), (.hidden, false), (.public, true)] {
            try await kit.perform(SetItemAccess(meeting: meeting, item: item, visibility: visibility, isClosed: isClosed), as: city.clerk)
            try await kit.perform(PresentPage(meeting: meeting, document: paper, page: 1), as: city.chair)
            #expect(try await shown(meeting, to: city.guest, in: city) == nil)
            #expect(try await shown(meeting, to: city.vice, in: city) == nil || visibility != .hidden)
            for caller in [city.clerk, city.chair, city.admin] { #expect(try await wall(meeting, city, as: caller) == nil) }
            let grants = try #require(try await kit.read { tx in try Meetings.pushAccess(meeting, for: city.guest, in: tx) })
            let last = try #require(try await kit.events(of: meeting).last { $0.kind == "presenter.page-shown" })
            #expect(!Audience(logged: last.audience).admits(grants))
        }
        // A paper of a public item does not hang while the session is in a private part.
        let loose = try await city.readyPaper(meeting, digest: "b")
        try await kit.perform(PointToItem(meeting: meeting, item: item), as: city.chair)
        try await kit.perform(PresentPage(meeting: meeting, document: loose, page: 1), as: city.chair)
        #expect(try await wall(meeting, city) == nil)
        await #expect(throws: Refusal(.notFound)) { try await wall(meeting, city, as: city.outsider) }
    }
}
