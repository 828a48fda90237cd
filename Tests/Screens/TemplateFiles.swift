import Foundation

/// The files of the repository that the screens are made of, found from where this test lies.
enum TemplateFiles {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let folder = root.appendingPathComponent("Templates").path

    static func texts(ending: String) throws -> [(path: String, text: String)] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().filter { $0.hasSuffix(ending) }.map { path in
            (path, try String(contentsOf: URL(fileURLWithPath: folder + "/" + path), encoding: .utf8))
        }
    }

    static func words(_ language: String) throws -> [String: String] {
        try JSONDecoder().decode([String: String].self, from: Data(contentsOf: URL(fileURLWithPath: folder + "/locales/\(language).json")))
    }
}
