import Mustache
import Cabinet
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Rules

extension Screens {
    /// A year: how long a chosen language is remembered.
    static let languageCookieSeconds = 31_536_000

    func words(_ context: AppContext) -> Words {
        Words(language: context.language.rawValue, table: at.locales.all(context.language))
    }

    func phrases(_ context: AppContext) -> Phrases {
        Phrases(t: words(context), language: context.language)
    }

    /// A whole page in the reader's language and theme.
    func page(
        _ template: String, title: String, _ content: some Sendable, _ request: Request, _ context: AppContext, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let t = words(context)
        let other: Language = context.language == .vietnamese ? .english : .vietnamese
        let account = context.session?.account
        let screen = Screen(
            lang: context.language.rawValue, t: t, scriptWords: try t.forScripts(), pageTitle: title, dark: request.cookies["theme"]?.value == "dark",
            viewer: account.map { Viewer(name: $0.name, office: $0.title.isEmpty ? t("role.\($0.role.rawValue)") : $0.title) },
            navigation: account.map { Self.navigation(for: $0.role, hasUnit: $0.unit != nil, at: request.uri.path, t) } ?? [], otherLanguage: other.rawValue,
            otherLanguageName: at.locales.text("site.language", other), otherLanguageHref: Self.address(request, in: other), content: content)
        var response = try html(template, screen, status: status)
        if request.query("lang") != nil {
            response.setCookie(Cookie(name: "lang", value: context.language.rawValue, maxAge: Self.languageCookieSeconds, path: "/", sameSite: .lax))
        }
        return response
    }

    /// Parts of a page, to be put in place by the scripts.
    func parts(_ templates: [(String, any Sendable)], _ context: AppContext) throws -> Response {
        let t = words(context)
        let text = try templates.map { try render($0.0, Part(t: t, content: $0.1)) }.joined()
        return Self.response(text, status: .ok)
    }

    private func html(_ template: String, _ value: some Sendable, status: HTTPResponse.Status) throws -> Response {
        Self.response(try render(template, value), status: status)
    }

    private func render(_ template: String, _ value: Any) throws -> String {
        guard let text = library.render(value, withTemplate: template) else { throw MissingTemplate(name: template) }
        return text
    }

    private static func response(_ text: String, status: HTTPResponse.Status) -> Response {
        Response(status: status, headers: [.contentType: "text/html; charset=utf-8"], body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    private static func navigation(for role: AccountRole, hasUnit: Bool, at path: String, _ t: Words) -> [NavigationLink] {
        var links = [NavigationLink(href: "/", label: t("nav.home"), isHere: path == "/", menuClass: "only-narrow")]
        let isAtDesk = role == .officer || (role == .member && hasUnit)
        if isAtDesk || role == .auditor { links.append(NavigationLink(href: "/desk", label: t("nav.desk"), isHere: path.hasPrefix("/desk"), menuClass: "only-narrow")) }
        if role == .leader || isAtDesk {
            links.append(NavigationLink(href: "/inbox", label: t("nav.inbox"), isHere: path.hasPrefix("/inbox") || path.hasPrefix("/escalations"), menuClass: "only-narrow"))
        }
        if isAtDesk || role == .leader || role == .secretary {
            links.append(NavigationLink(href: "/tasks", label: t("nav.tasks"), isHere: path.hasPrefix("/tasks"), menuClass: "only-narrow"))
        }
        if role == .secretary || role == .admin {
            links.append(NavigationLink(href: "/meetings/new", label: t("nav.meetings"), isHere: path == "/meetings/new", menuClass: "only-narrow"))
        }
        if role == .admin {
            links.append(NavigationLink(href: "/admin", label: t("nav.admin"), isHere: path.hasPrefix("/admin"), menuClass: "only-narrow"))
        }
        links.append(NavigationLink(href: "/account", label: t("nav.account"), isHere: path == "/account", menuClass: "menu-only"))
        return links
    }

    /// The same address in another language.
    private static func address(_ request: Request, in language: Language) -> String {
        let kept = (request.uri.query ?? "").split(separator: "&").filter { !$0.hasPrefix("lang=") }
        return "\(request.uri.path)?" + (kept.map(String.init) + ["lang=\(language.rawValue)"]).joined(separator: "&")
    }
}
