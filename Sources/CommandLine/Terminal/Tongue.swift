import Foundation
import Rules

/// In which language this run speaks: `--language`, else the locale of the environment.
enum Tongue {
    static let current = chosen(arguments: ProcessInfo.processInfo.arguments, environment: ProcessInfo.processInfo.environment)

    /// The one of two texts that the reader understands.
    static func pick<Text>(vi: @autoclosure () -> Text, en: @autoclosure () -> Text) -> Text {
        current == .english ? en() : vi()
    }

    /// The arguments are looked at before they are parsed, because help and usage errors speak too.
    static func chosen(arguments: [String], environment: [String: String]) -> Language {
        for (index, argument) in arguments.enumerated() {
            if argument == "--" { break }
            let asked: String? =
                if argument == "--language" {
                    index + 1 < arguments.count ? arguments[index + 1] : nil
                } else if argument.hasPrefix("--language=") {
                    String(argument.dropFirst("--language=".count))
                } else {
                    nil
                }
            if let language = asked.flatMap(Language.init(rawValue:)) { return language }
        }
        // POSIX.1-2017 §8.2: the first of these that is set and not empty wins.
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        guard let locale else { return .vietnamese }
        let isEnglish = locale.hasPrefix("en") || locale == "C" || locale.hasPrefix("C.") || locale == "POSIX"
        return isEnglish ? .english : .vietnamese
    }
}
