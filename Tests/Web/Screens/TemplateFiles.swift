import Foundation
import Rules
@testable import Web

/// The files of the repository that the screens are made of.
enum TemplateFiles {
    static let folder = root + "/Templates"

    static func texts(ending: String) throws -> [(path: String, text: String)] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().filter { $0.hasSuffix(ending) }.map { path in
            (path, try String(contentsOf: URL(fileURLWithPath: folder + "/" + path), encoding: .utf8))
        }
    }

    static func words(_ language: String) throws -> [String: String] {
        try Locales(folder: folder + "/locales").all(Language(rawValue: language)!)
    }
}
