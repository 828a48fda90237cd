import Foundation
import Testing
@testable import Cabinet

@Suite("The catalogue")
struct CatalogueTests {
    private static let sources = CabinetKit.root + "/Sources/Cabinet"

    private static var names: [String] { Catalogue.commands.map { $0.name.text } }

    private static func files() throws -> [String] {
        let enumerator = try #require(FileManager.default.enumerator(atPath: sources))
        return try enumerator.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map { try String(contentsOfFile: sources + "/" + $0, encoding: .utf8) }
    }

    @Test("every command there is stands in the catalogue, under a name of its own")
    func complete() throws {
        let declaration = /static let name: CommandName = "([a-z.-]+)"/
        let declared = try Self.files().flatMap { $0.matches(of: declaration).map { String($0.output.1) } }
        #expect(Self.names.sorted() == declared.sorted())
        #expect(Set(Self.names).count == Self.names.count)
    }

    @Test("a command's name is a noun and a verb in lower case", arguments: names)
    func shape(name: String) {
        #expect(name.wholeMatch(of: /[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*/) != nil)
    }

    @Test("every kind of fact is written somewhere")
    func kinds() throws {
        let text = try Self.files().joined()
        for kind in EventKind.allCases { #expect(text.contains(".\(kind)"), "\(kind.rawValue) is declared and never recorded") }
    }
}
