import Foundation
import Mustache

/// The sentences of one language, from `Templates/locales`.
///
/// Keys are flat and dotted (`poll.unsent`); a template reads them as `{{t.poll.unsent}}`. `{name}` in a sentence is a
/// parameter. No key that a template reads is the beginning of another.
struct Words: Sendable {
    let language: String
    private let table: [String: String]
    private let prefix: String

    init(language: String, table: [String: String]) {
        self.init(language: language, table: table, prefix: "")
    }

    private init(language: String, table: [String: String], prefix: String) {
        self.language = language
        self.table = table
        self.prefix = prefix
    }

    /// The sentence, its parameters filled in; the bare key where the file lacks it, so that a gap shows and fails a test.
    func callAsFunction(_ key: String, _ parameters: [String: String] = [:]) -> String {
        guard var sentence = table[key] else { return key }
        for (name, value) in parameters {
            sentence = sentence.replacingOccurrences(of: "{\(name)}", with: value)
        }
        return sentence
    }

    /// The sentences the scripts need, as one JSON object: every key under `script.`, without that prefix.
    func forScripts() throws -> String {
        let own = table.filter { $0.key.hasPrefix("script.") }.map { (String($0.key.dropFirst("script.".count)), $0.value) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(Dictionary(uniqueKeysWithValues: own)), as: UTF8.self)
    }
}

extension Words: MustacheParent {
    func child(named name: String) -> Any? {
        let key = prefix + name
        return table[key] ?? Words(language: language, table: table, prefix: key + ".") as Any
    }
}

extension Words: CustomStringConvertible {
    /// What a page shows for a key that no file has.
    var description: String { prefix.isEmpty ? language : "⟦\(prefix.dropLast())⟧" }
}
