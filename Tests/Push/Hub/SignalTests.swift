import NIOCore
import Rules
import Store
import Testing

@testable import Push

@Suite struct SignalTests {
    private let start = NIODeadline.uptimeNanoseconds(1_000_000_000)
    private func letter(_ name: String) -> SignalDesk.Letter { .init(stream: .meeting, key: SignalKey(name: name, audience: .room)) }

    @Test("the first goes at once, the last of a burst when its time has come, none between")
    func lastWins() {
        var desk = SignalDesk(interval: .milliseconds(250), limitPerStream: 8)
        #expect(desk.offer(letter("turnout"), data: "1", now: start) == .sendNow)
        #expect(desk.offer(letter("turnout"), data: "2", now: start + .milliseconds(10)) == .waits)
        #expect(desk.offer(letter("turnout"), data: "3", now: start + .milliseconds(200)) == .waits)
        let early = desk.due(now: start + .milliseconds(200))
        #expect(early.letters.isEmpty && early.next == start + .milliseconds(250))
        let due = desk.due(now: start + .milliseconds(250))
        #expect(due.letters.map(\.data) == ["3"] && due.next == nil)
        #expect(desk.offer(letter("turnout"), data: "4", now: start + .milliseconds(300)) == .waits)
        #expect(desk.due(now: start + .milliseconds(500)).letters.map(\.data) == ["4"])
        #expect(desk.offer(letter("turnout"), data: "5", now: start + .milliseconds(750)) == .sendNow)
    }

    @Test("names are paced apart, and so many at once are the limit")
    func limit() {
        var desk = SignalDesk(interval: .milliseconds(250), limitPerStream: 2)
        #expect(desk.offer(letter("a"), data: "1", now: start) == .sendNow)
        #expect(desk.offer(letter("b"), data: "1", now: start) == .sendNow)
        #expect(desk.offer(letter("c"), data: "1", now: start) == .dropped)
        #expect(desk.offer(letter("c"), data: "1", now: start + .milliseconds(250)) == .sendNow)
    }

    @Test("a slow reader gets the newest of each, and only what he may see")
    func board() {
        var board = SignalBoard(limit: 2)
        board.post(SignalKey(name: "pointer", audience: .room), data: "1")
        board.post(SignalKey(name: "turnout", audience: .chair), data: "2")
        board.post(SignalKey(name: "pointer", audience: .room), data: "3")
        #expect(board.frames(after: 0, grants: [.room], name: "meeting:a") == [HubFrame.signal(stream: "meeting:a", name: "pointer", data: "3")])
        #expect(board.frames(after: 0, grants: [.room, .chair], name: "meeting:a").count == 2)
        #expect(board.frames(after: 3, grants: [.room, .chair], name: "meeting:a").isEmpty)
        board.post(SignalKey(name: "zoom", audience: .room), data: "4")
        #expect(board.frames(after: 0, grants: [.room, .chair], name: "meeting:a").count == 2, "the oldest gave way")
    }
}
