@testable import Store
import Testing

@Suite("The bell")
struct BellTests {
    @Test("a commit rings for everyone who listens")
    func commit() async throws {
        let kit = try await StoreKit()
        var listeners = (0..<3).map { _ in kit.store.bell.rings().makeAsyncIterator() }
        try await kit.append(to: "meeting:a")
        for index in listeners.indices { #expect(await listeners[index].next() != nil) }
    }

    @Test("many rings nobody took in between are one")
    func coalesced() async {
        let bell = Bell()
        let rings = bell.rings()
        for _ in 0..<1000 { bell.ring() }
        var iterator = rings.makeAsyncIterator()
        #expect(await iterator.next() != nil)
        // Nothing waits behind the one: a cancelled listener ends at once instead of hearing another.
        let heard = await Task {
            withUnsafeCurrentTask { $0?.cancel() }
            var count = 0
            for await _ in rings { count += 1 }
            return count
        }.value
        #expect(heard == 0)
    }

    @Test("a bell nobody hears loses nothing and stops nobody")
    func unheard() async throws {
        let kit = try await StoreKit()
        do { _ = kit.store.bell.rings() }
        #expect(try await kit.append(to: "meeting:a") == 1)
    }
}
