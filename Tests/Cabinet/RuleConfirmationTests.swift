import Rules
import Store
import Testing
@testable import Cabinet

@Suite("Rules and the legal unit")
struct RuleConfirmationTests {
    @Test("a confirmation is a logged act on one version; meetings opened before keep the word of their day")
    func confirmed() async throws {
        let city = try await City.built()
        let kit = city.kit
        let before = try await city.openPoll(try await city.session("Trước"))
        try await kit.perform(ClosePoll(id: before), as: city.chair)
        let told = try #require(try await city.view(before, for: city.vice).verdict?.because)
        #expect(told.status == .unconfirmed && told.source != nil && told.vi.contains("chưa được pháp chế xác nhận"))
        let version = told.ruleVersion!
        let confirm = ConfirmRules(body: city.council, version: version, authority: "Sở Tư pháp", document: "Công văn số 12/STP")
        #expect(try await kit.refusal(confirm, as: city.clerk)?.code == .authForbidden)
        try await kit.perform(confirm, as: city.admin)
        #expect(try await kit.refusal(confirm, as: city.admin)?.code == .rulesConfirmed)
        #expect(try await kit.refusal(ConfirmRules(body: city.council, version: 99, authority: "x", document: "y"), as: city.admin)?.code == .notFound)
        let after = try await city.openPoll(try await city.session("Sau"))
        try await kit.perform(ClosePoll(id: after), as: city.chair)
        #expect(try await city.view(after, for: city.vice).verdict?.because.status == .confirmed)
        #expect(try await city.view(before, for: city.vice).verdict?.because == told)
        #expect(try await kit.number("SELECT COUNT(*) FROM event WHERE kind = 'rules.confirmed'") == 1)
    }

    @Test("a new wording is unconfirmed, and an old meeting is counted again under the version of its day")
    func versions() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let poll = try await city.openPoll(meeting)
        try await city.vote(poll, .for, by: Array(city.seats.prefix(4)))
        try await kit.perform(ClosePoll(id: poll), as: city.chair)
        let told = try #require(try await city.view(poll, for: city.vice).verdict)
        #expect(told.outcome == .adopted)
        try await kit.perform(ConfirmRules(body: city.council, version: told.because.ruleVersion!, authority: "Sở Tư pháp", document: "CV 1"), as: city.admin)
        try await kit.perform(SetRules(body: city.council, rules: .json(#"{"adoption":{"numerator":9,"denominator":10}}"#)), as: city.admin)
        #expect(try await city.view(poll, for: city.vice).verdict == told)
        let versions = try await kit.read { tx in try RuleSets.versions(of: city.council, for: city.admin, in: tx) }
        #expect(versions.first?.isCurrent == true && versions.first?.confirmation == nil && versions.first?.rules.status == .unconfirmed)
        let later = try await city.openPoll(try await city.session("Sau"))
        try await city.vote(later, .for, by: Array(city.seats.prefix(4)))
        try await kit.perform(ClosePoll(id: later), as: city.chair)
        #expect(try await city.view(later, for: city.vice).verdict?.outcome == .notAdopted)
    }
}
