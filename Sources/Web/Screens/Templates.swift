import Foundation
import Mustache

/// The templates of the house, read once at the start.
enum Templates {
    /// Every `.mustache` file below a folder, named by its path without the ending.
    /// - Throws: when a file cannot be read or parsed, or the folder holds no templates.
    static func library(in folder: String) throws -> MustacheLibrary {
        let folder = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
        var library = MustacheLibrary()
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() where path.hasSuffix(".mustache") {
            let text = try String(contentsOf: URL(fileURLWithPath: folder + "/" + path), encoding: .utf8)
            try library.register(text, named: String(path.dropLast(".mustache".count)))
        }
        guard library.getTemplate(named: "layout") != nil else { throw MissingTemplate(name: "layout in \(folder)") }
        return library
    }
}
