import Foundation
import Rules
import Testing

@Suite("A count from a foreign archive")
struct ArchiveTests {
    static let poll = PollCount(
        seats: Chamber.seats(2), ballots: [Chamber.user(0): .init(choice: .for)], secret: .init(voted: Chamber.users(0..<1), slips: [.for]),
        presentAtClosing: Chamber.users(0..<2), presentAtOpening: Chamber.users(0..<2), decider: nil, rules: Chamber.rules)
    static let election = ElectionCount(
        method: .election, options: [.init(id: PollOptionID(trusted: "o1"), title: "An")], places: 1, seats: Chamber.seats(2),
        ballots: [.init(user: Chamber.user(0), selections: [])], secret: .init(voted: Chamber.users(0..<1), slips: [[]]),
        presentAtClosing: Chamber.users(0..<2), rules: Chamber.rules)

    static func refuses<T: Codable>(_ value: T, _ from: String, _ to: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = String(decoding: try encoder.encode(value), as: UTF8.self)
        #expect(throws: Never.self) { try JSONDecoder().decode(T.self, from: Data(json.utf8)) }
        let forged = json.replacingOccurrences(of: from, with: to)
        try #require(forged != json)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(T.self, from: Data(forged.utf8)) }
    }

    @Test("an impossible poll is refused, never counted", arguments: [
        (#""user":"u1""#, #""user":"u0""#), (#""weight":1"#, #""weight":0"#), (#""denominator":3"#, #""denominator":0"#),
        (#""numerator":1,"#, #""numerator":9223372036854775807,"#), (#""slips":["for"]"#, #""slips":["for","for","for"]"#),
        (#"{"choice":"for","remote":false,"user":"u0"}"#, #"{"choice":"for","remote":false,"user":"u0"},{"choice":"for","remote":false,"user":"u0"}"#),
    ])
    func poll(from: String, to: String) throws { try Self.refuses(Self.poll, from, to) }

    @Test("so is an impossible election", arguments: [
        (#""places":1"#, #""places":0"#), (#""places":1"#, #""places":2"#), (#""user":"u1""#, #""user":"u0""#), (#""slips":[[]]"#, #""slips":[[],[],[]]"#),
        (#""denominator":2"#, #""denominator":-2"#), (#""title":"An"}"#, #""title":"An"},{"id":"o1","title":"An"}"#),
    ])
    func election(from: String, to: String) throws { try Self.refuses(Self.election, from, to) }
}
