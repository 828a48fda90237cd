import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Rules
import Testing
import Wire
@testable import Web

@Suite("What a request says")
struct RequestTests {
    @Test("programs get the language they like best; people on pages Vietnamese unless they choose", arguments: [
        ("/api/v1/me", nil, nil, Language.vietnamese), ("/api/v1/me", "en", nil, .english), ("/api/v1/me", "en-GB,vi;q=0.8", nil, .english),
        ("/api/v1/me", "vi;q=0.8,en;q=0.9", nil, .english), ("/api/v1/me", "fr,de;q=0.9", nil, .vietnamese), ("/api/v1/me", "fr, en;q=0.1", nil, .english),
        ("/api/v1/me", "en;q=0, vi", nil, .vietnamese), ("/api/v1/me", "en;q=0", nil, .vietnamese), ("/api/v1/me", "EN", nil, .english), ("/api/v1/me", ";;q=,,", nil, .vietnamese),
        ("/api/v1/me", "en;q=x, vi", nil, .english), ("/api/v1/me", "vi, en", "en", .english),
        ("/", "en", nil, .vietnamese), ("/", "en", "en", .english), ("/?lang=en", nil, nil, .english), ("/?lang=vi", nil, "en", .vietnamese), ("/?lang=fr", nil, "en", .english),
        ("/open311/v2/services.json", "en", nil, .english),
    ] as [(String, String?, String?, Language)])
    func language(path: String, accept: String?, cookie: String?, language: Language) {
        var headers: HTTPFields = [:]
        headers[.acceptLanguage] = accept
        headers[.cookie] = cookie.map { "lang=\($0)" }
        #expect(ArrivalMiddleware.language(of: .to(path, headers)) == language)
    }

    @Test("any Accept-Language gives a language", arguments: 0..<20 as Range<UInt64>)
    func anyLanguage(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let pieces = ["en", "vi", "*", ";", "q=", "q=1", "q=0.5", "q=nan", "q=-1", "q=inf", ",", " ", "-", "é", "x"]
        for _ in 0..<100 {
            let header = (0..<Int.random(in: 0...30, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
            _ = ArrivalMiddleware.language(of: .to("/api/v1/me", [.acceptLanguage: header]))
        }
    }

    @Test("If-Match names versions, weak or strong; a star or nothing does not care; nonsense matches nothing", arguments: [
        ("\"3\"", [3]), ("W/\"3\"", [3]), ("\"3\", \"4\"", [3, 4]), ("*", nil), (nil, nil), ("\"abc\"", []), ("", []), ("\"99999999999999999999\"", []),
    ] as [(String?, Set<Int64>?)])
    func ifMatch(header: String?, versions: Set<Int64>?) throws {
        var headers: HTTPFields = [:]
        headers[.ifMatch] = header
        #expect(try Request.to("/x", headers).expectedVersions == versions)
    }

    @Test("If-None-Match holds what it names", arguments: [
        ("\"a\"", true), ("W/\"a\"", true), ("\"b\", \"a\"", true), ("*", true), ("\"b\"", false), ("a", false), ("", false),
    ])
    func ifNoneMatch(header: String, holds: Bool) {
        #expect(Request.to("/x", [.ifNoneMatch: header]).holds("\"a\"") == holds)
        #expect(!Request.to("/x").holds("\"a\""))
    }

    @Test("a page has between 1 and 200 items, 50 unless asked")
    func page() throws {
        func limit(_ query: String) throws -> Int { try Request.to("/x" + query).page().limit }
        #expect(try limit("") == 50)
        #expect(try limit("?limit=1") == 1)
        #expect(try limit("?limit=200") == 200)
        #expect(try limit("?limit=100000") == 200)
        for bad in ["0", "-1", "x", "", "1.5", "99999999999999999999"] {
            #expect { try limit("?limit=\(bad)") } throws: { error in (error as? Refusal)?.code == .requestInvalid }
        }
        #expect(try Request.to("/x?after=abc").page().after == "abc")
    }

    @Test("a list at hand is paged without gap or repetition")
    func list() throws {
        let items = (0..<23).map { "i\($0)" }
        for size in [1, 5, 23, 24] {
            var found: [String] = []
            var after: String?
            repeat {
                let page = try Request.to("/x?limit=\(size)" + (after.map { "&after=\($0)" } ?? "")).page(items) { $0 }
                found += page.items
                after = page.next
            } while after != nil
            #expect(found == items)
        }
    }

    @Test("a query parameter is decoded; nothing in it is nothing", arguments: [
        ("?t=T%E1%BB%9D%20tr%C3%ACnh", "Tờ trình"), ("?t=a+b", "a b"), ("?t=", nil), ("?u=x", nil), ("?t=%00", nil), ("?t=a%00b", "ab"), ("?t=%zz", "%zz"),
    ] as [(String, String?)])
    func query(query: String, text: String?) {
        #expect(Request.to("/x" + query).query("t") == text)
    }
}
