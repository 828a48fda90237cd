import Foundation
import Rules
import Testing

@Suite("Rule sets")
struct RuleSetTests {
    static let contract = #"""
        {"quorum":{"numerator":2,"denominator":3},"adoption":{"numerator":1,"denominator":2,"comparison":"moreThan","of":"allMembers"},"tie":{"decidedBy":"chairman","applies":"equalForAgainst"},"quorumCheckedAt":"openingAndClosing","absentMayVote":true,"remoteVoteCountsAsPresence":false,"circulation":{"silence":"notCounted","minimumReturned":null}}
        """#

    func decode<T: Decodable>(_ type: T.Type, _ json: String) throws -> T { try JSONDecoder().decode(type, from: Data(json.utf8)) }

    @Test("the JSON is the contract's, key for key")
    func json() throws {
        let rules = try decode(RuleSet.self, Self.contract)
        let encoded = try JSONSerialization.jsonObject(with: JSONEncoder().encode(rules)) as? NSDictionary
        let expected = try JSONSerialization.jsonObject(with: Data(Self.contract.utf8)) as? NSDictionary
        #expect(encoded == expected)
    }

    @Test("the seed is the contract's default, with its source and the remark that nobody confirmed it")
    func seed() throws {
        let seed = try JSONDecoder().decode(RuleRecord.self, from: Chamber.file("Storage/Seeds/rules/council-default.json"))
        try seed.rules.validated()
        var rules = seed.rules
        #expect(rules.status == .unconfirmed)
        #expect(rules.source?.contains("72/2025/QH15") == true)
        rules.source = nil
        rules.status = nil
        #expect(rules == (try decode(RuleSet.self, Self.contract)))
    }

    @Test("a patch changes what it names and nothing else")
    func patch() throws {
        let patch = try decode(RuleSetPatch.self, #"{"adoption":{"numerator":2,"denominator":3,"comparison":"atLeast"}}"#)
        var expected = Chamber.rules
        expected.adoption = .init(2, 3, .atLeast, of: .allMembers)
        #expect(Chamber.rules.applying(patch) == expected)
        #expect(Chamber.rules.applying(RuleSetPatch()) == Chamber.rules)
        let full = try decode(RuleSetPatch.self, Self.contract)
        var seeded = try decode(RuleSet.self, Self.contract)
        seeded.status = .confirmed
        #expect(Chamber.rules.applying(full) == seeded)
    }

    @Test("null removes the threshold of returned slips, absence keeps it")
    func patchNull() throws {
        var rules = Chamber.rules
        rules.circulation.minimumReturned = 12
        #expect(rules.applying(try decode(RuleSetPatch.self, #"{"circulation":{"silence":"agree"}}"#)).circulation.minimumReturned == 12)
        let removal = try decode(RuleSetPatch.self, #"{"circulation":{"minimumReturned":null}}"#)
        #expect(rules.applying(removal).circulation.minimumReturned == nil)
        let again = try JSONDecoder().decode(RuleSetPatch.self, from: JSONEncoder().encode(removal))
        #expect(again == removal)
    }

    @Test("what no body could mean is refused with a pointer", arguments: [
        (#"{"quorum":{"denominator":0}}"#, "/rules/quorum/denominator"),
        (#"{"quorum":{"denominator":1001}}"#, "/rules/quorum/denominator"),
        (#"{"quorum":{"numerator":4}}"#, "/rules/quorum/numerator"),
        (#"{"quorum":{"numerator":-1}}"#, "/rules/quorum/numerator"),
        (#"{"adoption":{"numerator":3}}"#, "/rules/adoption/numerator"),
        (#"{"circulation":{"minimumReturned":0}}"#, "/rules/circulation/minimumReturned"),
    ])
    func refused(json: String, pointer: String) throws {
        let rules = Chamber.rules.applying(try decode(RuleSetPatch.self, json))
        let refusal = #expect(throws: Refusal.self) { try rules.validated(at: "/rules") }
        #expect(refusal?.code == .requestInvalid)
        #expect(refusal?.fields.map(\.pointer) == [pointer])
    }

    @Test("the decider is the holder of the chair, or who presides if he has a seat")
    func decider() {
        var rules = Chamber.rules
        let seats = Chamber.seats(3)
        #expect(rules.decider(among: seats, presiding: Chamber.user(2)) == Chamber.user(0))
        rules.tie.decidedBy = .presiding
        #expect(rules.decider(among: seats, presiding: Chamber.user(2)) == Chamber.user(2))
        #expect(rules.decider(among: seats, presiding: UserID(trusted: "guest")) == nil)
        rules.tie.decidedBy = .none
        #expect(rules.decider(among: seats, presiding: Chamber.user(2)) == nil)
    }
}
