/// A whole page: the frame around it, the words it is said in, and what it shows.
struct Screen<Content: Sendable>: Sendable {
    var lang: String
    var t: Words
    /// The words the scripts need, as JSON.
    var scriptWords: String
    var pageTitle: String
    var dark: Bool
    /// Nil on pages for people who have not signed in.
    var viewer: Viewer?
    var navigation: [NavigationLink] = []
    /// The same page in the other language.
    var otherLanguage: String
    var otherLanguageName: String
    var otherLanguageHref: String
    var content: Content
}

/// Who is looking.
struct Viewer: Sendable {
    var name: String
    /// Title or role, in words.
    var office: String
}

/// A link of the header and of the menu.
struct NavigationLink: Sendable {
    var href: String
    var label: String
    var isHere = false
    /// `only-narrow` where the header already shows the link on wide screens.
    var menuClass = ""
}
