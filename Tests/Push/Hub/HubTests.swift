import Rules
import Store
import Testing

@testable import Push

/// The whole way: log, follower, event loops, TCP.
@Suite(.timeLimit(.minutes(1))) struct HubTests {
    @Test("what is appended arrives, and what came before is asked for by cursor")
    func events() async throws {
        try await TestHouse.open { house in
            try await house.store.append(to: .meeting, audience: .room, count: 3)
            let client = try await house.client("u1")
            try await client.subscribe("meeting:a")
            let greeting = try await client.receive()
            #expect(greeting.type == "subscribed" && greeting.head == 3 && greeting.epoch == "e1")
            try await house.store.append(to: .meeting, audience: .room)
            let frame = try await client.receive()
            #expect(frame.from == 4 && frame.to == 4 && frame.events.map(\.seq) == [4])
            try await client.subscribe("meeting:a", epoch: "e1", after: 1)
            _ = try await client.receive()
            #expect(try await client.receive().events.map(\.seq) == [2, 3, 4])
        }
    }

    @Test("a cursor of another epoch, or ahead of the log, is sent to fetch afresh; the socket stays")
    func resync() async throws {
        try await TestHouse.open { house in
            try await house.store.append(to: .meeting, audience: .room)
            let client = try await house.client("u1")
            try await client.subscribe("meeting:a", epoch: "e0", after: 1)
            #expect(try await client.receive().code == "push.resync")
            try await client.subscribe("meeting:a", epoch: "e1", after: 2)
            #expect(try await client.receive().code == "push.resync")
            try await client.subscribe("meeting:b")
            #expect(try await client.receive().code == "push.not-found")
            try await client.subscribe("meeting:a", epoch: "e1", after: 1)
            #expect(try await client.receive().head == 1)
            #expect(house.hub.counters.resyncs == 2)
        }
    }

    @Test("ten bad frames close with 1008")
    func badFrames() async throws {
        try await TestHouse.open { house in
            let client = try await house.client("u1")
            for _ in 0..<9 {
                try await client.send("not a frame")
                #expect(try await client.receive().code == "push.bad-frame")
            }
            try await client.send("{}")
            #expect(await client.closeCode() == 1008)
        }
    }

    @Test("more than 64 KiB close with 1009")
    func tooLarge() async throws {
        try await TestHouse.open { house in
            let client = try await house.client("u1")
            try await client.send(String(repeating: "x", count: 65535))
            #expect(try await client.receive().code == "push.bad-frame")
            try await client.sendLarge(bytes: 65537)
            #expect(await client.closeCode() == 1009)
        }
    }

    @Test("a change of grants takes effect before anything behind it is shown")
    func grants() async throws {
        try await TestHouse.open { house in
            let client = try await house.client("u1")
            try await client.subscribe("meeting:a")
            _ = try await client.receive()
            try await house.store.append(to: .meeting, audience: .chair)
            house.grant([.chair], to: "u1")
            try await house.store.append(to: .meeting, kind: "presiding.changed", audience: .room)
            try await house.store.append(to: .meeting, audience: .chair)
            var seen: [Int64] = []
            while seen.last != 3 { seen += try await client.receive().events.map(\.seq) }
            #expect(seen == [2, 3])
            house.shutOut("u1")
            try await house.store.append(to: .meeting, kind: "invited.changed", audience: .room)
            let farewell = try await client.receive()
            #expect(farewell.code == "push.not-found" && farewell.stream == "meeting:a")
            try await client.subscribe("person:me")
            #expect(try await client.receive().type == "subscribed")
        }
    }

    @Test("a change in the house, and a word from outside, ask everyone anew")
    func houseGrants() async throws {
        try await TestHouse.open { house in
            let (one, two) = (try await house.client("u1"), try await house.client("u2"))
            for client in [one, two] {
                try await client.subscribe("meeting:a")
                _ = try await client.receive()
            }
            house.shutOut("u1")
            try await house.store.append(to: .house, kind: "member.removed", audience: Audience(.house))
            #expect(try await one.receive().code == "push.not-found")
            house.shutOut("u2")
            await house.hub.regrant()
            #expect(try await two.receive().code == "push.not-found")
        }
    }

    @Test("a session's end closes with 4501, a dismissal with 4503, a shutdown with 1001")
    func closing() async throws {
        try await TestHouse.open { house in
            let clients = [try await house.client("u1"), try await house.client("u2"), try await house.client("u3")]
            for client in clients {
                try await client.subscribe("person:me")
                _ = try await client.receive()
            }
            await house.hub.endSession("s-u1")
            #expect(await clients[0].closeCode() == 4501)
            await house.hub.dismiss(UserID(trusted: "u2"))
            #expect(await clients[1].closeCode() == 4503)
            house.stop()
            #expect(await clients[2].closeCode() == 1001)
        }
    }

    @Test("one more socket of a person takes the place of his oldest; one more subscription is refused")
    func limits() async throws {
        try await TestHouse.open {
            $0.maxSocketsPerUser = 2
            $0.maxSubscriptionsPerSocket = 1
        } body: { house in
            let first = try await house.client("u1")
            try await first.subscribe("person:me")
            _ = try await first.receive()
            let others = [try await house.client("u1"), try await house.client("u1")]
            #expect(await first.closeCode() == 4503)
            try await others[1].subscribe("person:me")
            _ = try await others[1].receive()
            try await others[1].subscribe("meeting:a")
            #expect(try await others[1].receive().code == "push.too-many")
        }
    }

    @Test("signals reach who follows, at their pace, last value last; a client's go to the receiver")
    func signals() async throws {
        try await TestHouse.open(onSignal: { hub, signal in
            await hub.signal(signal.stream, name: signal.name, data: signal.data, to: .room)
        }) { house in
            let client = try await house.client("u1")
            try await client.subscribe("meeting:a")
            _ = try await client.receive()
            for value in 0..<100 { await house.hub.signal(.meeting, name: "turnout", data: "\(value)", to: .room) }
            #expect(try await client.receive().data == .integer(0))
            #expect(try await client.receive().data == .integer(99))
            try await client.send(#"{"type":"signal","stream":"meeting:a","name":"pointer","data":{"x":1}}"#)
            let pointer = try await client.receive()
            #expect(pointer.name == "pointer" && pointer.stream == "meeting:a" && pointer.data == .object(["x": .integer(1)]))
            try await client.send(#"{"type":"signal","stream":"person:me","name":"pointer","data":1}"#)
            #expect(try await client.receive().code == "push.not-found")
        }
    }

    @Test("over any number of reconnects each event is seen exactly once and in order")
    func reconnects() async throws {
        try await TestHouse.open { $0.ringEvents = 16 } body: { house in
            let total: Int64 = 300
            try await withThrowingTaskGroup(of: Void.self) { group in
                for reader in 0..<8 {
                    group.addTask {
                        var random = SplitMix(seed: UInt64(reader))
                        var cursor: Int64 = 0
                        var seen: [Int64] = []
                        while cursor < total {
                            let client = try await house.client("u\(reader)")
                            try await client.subscribe("meeting:a", epoch: "e1", after: cursor)
                            _ = try await client.receive()
                            for _ in 0..<Int.random(in: 0...4, using: &random) where cursor < total {
                                let frame = try await client.receive()
                                #expect(frame.from == cursor + 1)
                                seen += frame.events.map(\.seq)
                                cursor = frame.to
                            }
                            client.abort()
                        }
                        let hidden = Int64(reader)
                        #expect(seen == (1...total).filter { $0 % 8 != hidden })
                    }
                }
                group.addTask {
                    for seq in 1...total {
                        let left = UserID(trusted: "u\(seq % 8)")
                        try await house.store.append(to: .meeting, audience: Audience(.room, except: [left]))
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}
