import Foundation
public import Rules

/// The words of the screens and of every refusal, by key, from `Templates/locales/{vi,en}/*.json`: one file a feature.
public struct Locales: Sendable {
    private let words: [Language: [String: String]]

    /// - Throws: when a language has no folder, a file is no flat JSON object, or two files have the same key.
    public init(folder: String) throws {
        var words: [Language: [String: String]] = [:]
        for language in Language.allCases {
            words[language] = try Self.words(in: folder + "/" + language.rawValue)
        }
        self.words = words
    }

    private static func words(in folder: String) throws -> [String: String] {
        var words: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".json") {
            let some = try JSONDecoder().decode([String: String].self, from: Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
            try words.merge(some) { _, _ in throw SameKeyTwice(file: folder + "/" + name) }
        }
        return words
    }

    /// A key of this file stands in another file of the language too.
    struct SameKeyTwice: Error {
        var file: String
    }

    /// All words of a language, for templates.
    public func all(_ language: Language) -> [String: String] { words[language] ?? [:] }

    /// The text behind a key with `{name}` filled in; the key itself where nobody has written one.
    public func text(_ key: String, _ language: Language, _ parameters: [String: String] = [:]) -> String {
        var text = words[language]?[key] ?? words[.vietnamese]?[key] ?? key
        for (name, value) in parameters { text = text.replacingOccurrences(of: "{\(name)}", with: value) }
        return text
    }

    /// The sentence of a refusal; a more exact one (`refusal.CODE.STATE-OR-REASON`) where there is one.
    public func sentence(_ refusal: Refusal, _ language: Language) -> String {
        var parameters = refusal.parameters
        for (name, value) in refusal.parameters {
            // What was refused is a verb, what stands in the way a state: "open" is both.
            let known = name == "action" ? words[language]?["action.\(value)"] ?? words[language]?["value.\(value)"] : words[language]?["value.\(value)"]
            if let known { parameters[name] = known }
        }
        for exact in [refusal.parameters["state"], refusal.parameters["reason"], refusal.parameters["needs"]].compactMap({ $0 }) {
            let key = "refusal.\(refusal.code.rawValue).\(exact)"
            if words[language]?[key] != nil { return text(key, language, parameters) }
        }
        // What is wrong with a paper is said in the words of the tables that show it.
        if let fault = refusal.parameters["reason"], words[language]?["fault.\(fault)"] != nil { return text("fault.\(fault)", language, parameters) }
        return text("refusal.\(refusal.code.rawValue)", language, parameters)
    }
}
