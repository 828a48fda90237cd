import Foundation
import Rules
import Testing
@testable import Web

/// The words of screens and refusals: every sentence there is, in both languages.
@Suite("Words")
struct LocalesTests {
    private static let folder = root + "/Templates/locales"

    private func words(_ language: Language) throws -> [String: String] {
        try Locales(folder: Self.folder).all(language)
    }

    /// Text of every Swift source below some folders of `Sources`.
    private func sources(_ folders: [String]) throws -> [(name: String, text: String)] {
        try folders.flatMap { folder in
            let enumerator = try #require(FileManager.default.enumerator(atPath: root + "/Sources/" + folder), "no folder \(folder)")
            return try enumerator.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map { name in
                (folder + "/" + name, try String(contentsOfFile: root + "/Sources/" + folder + "/" + name, encoding: .utf8))
            }
        }
    }

    @Test("both languages have the same keys, and none is empty or out of normal form")
    func sameKeys() throws {
        let (vi, en) = (try words(.vietnamese), try words(.english))
        #expect(Set(vi.keys).subtracting(en.keys).sorted() == [])
        #expect(Set(en.keys).subtracting(vi.keys).sorted() == [])
        for (key, text) in Array(vi) + Array(en) {
            #expect(!text.isEmpty && text == text.trimmingCharacters(in: .newlines), "\(key)")
            #expect(text.unicodeScalars.elementsEqual(text.precomposedStringWithCanonicalMapping.unicodeScalars), "\(key) is not NFC")
        }
    }

    @Test("a sentence has the same holes in both languages")
    func sameHoles() throws {
        let (vi, en) = (try words(.vietnamese), try words(.english))
        func holes(_ text: String?) -> Set<String> { Set((text ?? "").matches(of: /\{([A-Za-z]+)\}/).map { String($0.output.1) }) }
        for key in vi.keys.sorted() { #expect(holes(vi[key]) == holes(en[key]), "\(key)") }
    }

    @Test("every way of saying no has a sentence and a title", arguments: Refusal.Code.allCases)
    func refusals(code: Refusal.Code) throws {
        for language in Language.allCases {
            let words = try words(language)
            #expect(words["refusal.\(code.rawValue)"] != nil, "refusal.\(code.rawValue) in \(language.rawValue)")
            #expect(words["status.\(code.status)"] != nil, "status.\(code.status) in \(language.rawValue)")
        }
    }

    @Test("every reason why a field is refused has a sentence, wherever in the sources it is given")
    func reasons() throws {
        let field = /"(field\.[a-z]+(?:-[a-z]+)*)"/
        // The second argument of `invalid(pointer, reason, …)`, whatever it is called.
        let given = /\binvalid\(\s*[^,;]+,\s*"([a-z]+\.[a-z-]+)"/
        var reasons: [String: String] = [:]
        let served = ["Cabinet", "Web", "Rules/Identity", "Rules/Meetings", "Rules/Documents", "Rules/Voting", "Rules/Minutes"]
        for (name, text) in try sources(served) {
            for match in text.matches(of: field) { reasons[String(match.output.1)] = name }
            // The law knows elections and secret ballots already; nobody can ask for one yet.
            guard !name.hasPrefix("Rules/Voting") else { continue }
            for match in text.matches(of: given) { reasons[String(match.output.1)] = name }
        }
        #expect(reasons.count > 25)
        for language in Language.allCases {
            let words = try words(language)
            for (reason, place) in reasons.sorted(by: { $0.key < $1.key }) { #expect(words[reason] != nil, "\(reason) (\(place)) in \(language.rawValue)") }
        }
    }

    @Test("what a field's sentence asks for is given by those who refuse", arguments: [
        ("field.too-long", ["maximum"]), ("field.out-of-range", ["minimum", "maximum"]), ("field.too-many", ["limit"]), ("field.password", ["minimum"]),
    ] as [(String, Set<String>)])
    func holes(key: String, given: Set<String>) throws {
        let locales = try Locales(folder: Self.folder)
        for language in Language.allCases {
            let text = locales.text(key, language, Dictionary(uniqueKeysWithValues: given.map { ($0, "7") }))
            #expect(!text.contains("{"), "\(key): \(text)")
        }
    }

    @Test("every refused action of a meeting, poll, speech or proposal has its verb in both languages")
    func actions() throws {
        let locales = try Locales(folder: Self.folder)
        let actions =
            MeetingTransition.allCases.map(\.verb) + MeetingEdit.allCases.map(\.rawValue) + PollTransition.allCases.map(\.rawValue) + FloorState.Step.allCases.map(\.rawValue)
            + ProposalStage.Step.allCases.map(\.rawValue) + ["casting-vote", "circulation", "late-slip", "proof", "pull-out", "repeat"]
        for language in Language.allCases {
            for action in actions {
                let word = locales.text("action.\(action)", language)
                #expect(!word.hasPrefix("action."), "\(action) has no word in \(language)")
                #expect(locales.sentence(Refusal(.meetingWrongState, ["state": "draft", "action": action]), language).contains(word))
            }
        }
        #expect(locales.sentence(Refusal(.meetingWrongState, ["state": "open", "action": "open"]), .vietnamese) == "Không mở được khi cuộc họp ở tình trạng “đang mở”.")
    }

    @Test("a refusal is told in its exact words where there are such, with its values in words, and never as a key")
    func sentences() throws {
        let locales = try Locales(folder: Self.folder)
        for language in Language.allCases {
            let late = locales.sentence(Refusal(.pollNotOpen, ["state": "late"]), language)
            #expect(late == locales.text("refusal.poll.not-open.late", language))
            #expect(late != locales.sentence(Refusal(.pollNotOpen, ["state": "nonsense"]), language))
            let quorum = locales.sentence(Refusal(.meetingNoQuorum, ["present": "4", "members": "7", "needed": "5"]), language)
            #expect(quorum.contains("4") && quorum.contains("7") && quorum.contains("5") && !quorum.contains("{"))
            for code in Refusal.Code.allCases { #expect(!locales.sentence(Refusal(code), language).hasPrefix("refusal.")) }
        }
    }

    @Test("every wrong step of a meeting and a poll is a sentence without holes")
    func wrongStates() throws {
        let locales = try Locales(folder: Self.folder)
        for language in Language.allCases {
            for state in MeetingState.allCases {
                for action in MeetingTransition.allCases.map(\.verb) + MeetingEdit.allCases.map(\.rawValue) {
                    let text = locales.sentence(Refusal(.meetingWrongState, ["state": state.rawValue, "action": action]), language)
                    #expect(!text.contains("{"), "\(text)")
                }
            }
            for state in PollState.allCases.map(\.rawValue) + ["expired"] {
                for action in ["open", "close", "annul", "casting-vote"] {
                    #expect(!locales.sentence(Refusal(.pollWrongState, ["state": state, "action": action]), language).contains("{"))
                }
            }
        }
    }

    @Test("values cannot make new holes or new words")
    func values() throws {
        let locales = try Locales(folder: Self.folder)
        let text = locales.text("field.too-long", .english, ["maximum": "{maximum}"])
        #expect(text.contains("{maximum}"))
        #expect(locales.text("no.such.key", .english) == "no.such.key")
    }
}
