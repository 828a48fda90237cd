import Foundation
public import Rules

/// The words of the screens and of every refusal, by key, from `Templates/locales/{vi,en}.json`.
public struct Locales: Sendable {
    private let words: [Language: [String: String]]

    /// - Throws: when a file is missing, no flat JSON object, or one language lacks a key of the other.
    public init(folder: String) throws {
        var words: [Language: [String: String]] = [:]
        for language in Language.allCases {
            let path = folder + "/" + language.rawValue + ".json"
            words[language] = try JSONDecoder().decode([String: String].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        }
        self.words = words
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
            if let known = words[language]?["value.\(value)"] { parameters[name] = known }
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
