import Mustache
import Testing

@testable import Web

@Suite("Templates")
struct TemplateTests {
    @Test("every template can be parsed, and every partial it names is there")
    func parse() throws {
        let library = try Templates.library(in: TemplateFiles.folder)
        for (path, text) in try TemplateFiles.texts(ending: ".mustache") {
            #expect(library.getTemplate(named: String(path.dropLast(".mustache".count))) != nil, "\(path)")
            for match in text.matches(of: #/\{\{[><]\s*([a-z\/-]+)\}\}/#) { #expect(library.getTemplate(named: String(match.1)) != nil, "\(path): \(match.1)") }
        }
    }

    @Test("no inline script, style or handler stands in the way of the content security policy")
    func policy() throws {
        for (path, text) in try TemplateFiles.texts(ending: ".mustache") {
            #expect(!text.contains(" style="), "\(path)")
            #expect(text.firstMatch(of: #/\son[a-z]+=/#) == nil, "\(path)")
            #expect(text.firstMatch(of: #/<script(?![^>]*\ssrc=)/#) == nil, "\(path)")
            #expect(!text.contains("<style"), "\(path)")
        }
    }

    @Test("values are escaped: no template asks for raw text")
    func escaped() throws {
        for (path, text) in try TemplateFiles.texts(ending: ".mustache") {
            #expect(!text.contains("{{{"), "\(path)")
            #expect(!text.contains("{{&"), "\(path)")
        }
    }

    @Test("a name with markup is shown, not obeyed")
    func markup() throws {
        let library = try Templates.library(in: TemplateFiles.folder)
        let words = Words(language: "vi", table: try TemplateFiles.words("vi"))
        let post = AnnouncementsModel.Post(seq: 1, text: "<img src=x onerror=alert(1)>", postedLine: "")
        let part = Part(t: words, content: AnnouncementsHolder(announcements: AnnouncementsModel(announceUrl: nil, posts: [post], notices: [], hasNotices: false)))
        let html = try Self.render(part, library)
        #expect(!html.contains("<img"))
        #expect(html.contains("&lt;img"))
    }

    private static func render(_ part: Part, _ library: MustacheLibrary) throws -> String {
        try MustacheTemplate(string: "{{#content}}{{>room/announcements}}{{/content}}").render(part, library: library)
    }

    private struct AnnouncementsHolder: Sendable {
        var announcements: AnnouncementsModel
    }
}
