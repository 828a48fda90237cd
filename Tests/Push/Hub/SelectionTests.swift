import Rules
import Testing

@testable import Push

@Suite struct SelectionTests {
    private func select(_ entries: [Entry], grants: Set<Grant> = [.room], asOf: Int64 = 100, maxEvents: Int = 100, maxBytes: Int = 100_000) -> Selection {
        Selection(entries, after: entries[0].seq - 1, grants: grants, grantsAsOf: asOf, maxEvents: maxEvents, maxBytes: maxBytes)
    }

    @Test("hidden events are dropped and the cursor moves past them")
    func hidden() {
        let selection = select([.sample(1), .sample(2, audience: .chair), .sample(3), .sample(4, audience: .chair)])
        #expect(selection.visible.map(\.seq) == [1, 3] && selection.to == 4 && selection.stop == .end)
    }

    @Test("minus persons: an excepted person sees nothing of it")
    func excepted() {
        let audience = Audience(.room, except: [UserID(trusted: "u7")])
        #expect(select([.sample(1, audience: audience)], grants: [.room, .person("u7")]).visible.isEmpty)
        #expect(select([.sample(1, audience: audience)], grants: [.room, .person("u8")]).visible.count == 1)
    }

    @Test("a frame is bounded in events and bytes; what is hidden behind the last still counts as told")
    func full() {
        let entries = [Entry.sample(1), .sample(2, audience: .chair), .sample(3), .sample(4)]
        let two = select(entries, maxEvents: 2)
        #expect(two.visible.map(\.seq) == [1, 3] && two.to == 3 && two.stop == .full)
        let one = select(entries, maxBytes: 1)
        #expect(one.visible.map(\.seq) == [1] && one.to == 2 && one.stop == .full)
    }

    @Test("nothing behind a change of grants is shown by older grants")
    func gate() {
        let entries = [Entry.sample(1), .sample(2, isGate: true), .sample(3)]
        let old = select(entries, asOf: 1)
        #expect(old.visible.map(\.seq) == [1] && old.to == 1 && old.stop == .gate)
        #expect(select(entries, asOf: 2).visible.map(\.seq) == [1, 2, 3])
    }
}
