import Foundation
import NIOCore
import Rules
import Store
import Testing

@testable import Push

@Suite struct TextTests {
    @Test("strings survive JSON", arguments: ["", "plain", "Ủy ban \"Nhân dân\" \\ /", "a\nb\r\tc\u{0}\u{1F}\u{7F}", "\u{2028}\u{2029}", "👩‍⚖️"])
    func quoted(text: String) throws {
        let json = JSONText.quoted(text)
        #expect(try JSONDecoder().decode([String].self, from: Data("[\(json)]".utf8)) == [text])
    }

    @Test("instants are RFC 3339 in UTC, to the millisecond", arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"), (1_763_800_200_125, "2025-11-22T08:30:00.125Z"),
        (1_709_164_800_000, "2024-02-29T00:00:00.000Z"), (951_868_800_000, "2000-03-01T00:00:00.000Z"), (4_107_542_399_999, "2100-02-28T23:59:59.999Z"),
    ] as [(Int64, String)])
    func instant(ms: Int64, expected: String) {
        #expect(RFC3339.utc(Timestamp(ms: ms)) == expected)
    }

    @Test("instants agree with Foundation over four centuries", arguments: [1, 2] as [UInt64])
    func manyInstants(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: false)
        for _ in 0..<2000 {
            let seconds = Int64.random(in: -6_000_000_000...6_000_000_000, using: &random)
            let expected = Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(style)
            #expect(RFC3339.utc(Timestamp(ms: seconds * 1000)).replacing(".000Z", with: "Z") == expected)
        }
    }

    @Test("a frame of events has the contract's shape")
    func events() throws {
        let event = LoggedEvent(
            stream: .meeting, seq: 7, kind: "announcement.posted", at: 1_763_800_200_125, actor: "person:u1", audience: "meeting:a", body: #"{"text":"Chào"}"#)
        let entry = Entry(event, data: event.body, isGate: false)
        let frame = HubFrame.events(stream: "meeting:a", epoch: "e1", from: 5, to: 8, visible: [entry, entry])
        let one = #"{"seq":7,"kind":"announcement.posted","at":"2025-11-22T08:30:00.125Z","actor":"person:u1","data":{"text":"Chào"}}"#
        let payload = #"{"type":"events","stream":"meeting:a","epoch":"e1","from":5,"to":8,"events":[\#(one),\#(one)]}"#
        #expect(frame == ServerFrame.text(payload))
    }
}
