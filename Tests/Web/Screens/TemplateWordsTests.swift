import Foundation
import Rules
import Testing

@testable import Web

@Suite("Words of templates and scripts")
struct TemplateWordsTests {
    @Test("every word a template asks for is in the file, and none of them begins another")
    func templateWords() throws {
        let vi = try TemplateFiles.words("vi")
        for (path, text) in try TemplateFiles.texts(ending: ".mustache") {
            for match in text.matches(of: #/\{\{t\.([A-Za-z.]+)\}\}/#) { #expect(vi[String(match.1)] != nil, "\(path): \(match.1)") }
        }
    }

    @Test("every word a script asks for is in the file")
    func scriptWords() throws {
        let vi = try TemplateFiles.words("vi")
        for (path, text) in try TemplateFiles.texts(ending: ".js") {
            for call in text.matches(of: #/words\(([^)]*)/#) {
                for key in call.1.matches(of: #/'([a-zA-Z]+)'/#) { #expect(vi["script.\(key.1)"] != nil, "\(path): \(key.1)") }
            }
        }
    }

    @Test("a missing word shows on the page instead of vanishing")
    func gap() throws {
        let words = Words(language: "vi", table: ["poll.unsent": "chưa gửi"])
        let poll = try #require(words.child(named: "poll") as? Words)
        #expect(poll.child(named: "unsent") as? String == "chưa gửi")
        #expect("\(try #require(poll.child(named: "nothing")))" == "⟦poll.nothing⟧")
        #expect(words("poll.nothing") == "poll.nothing")
    }
}
