/// The conductor's bar: one next step, the rest behind a menu.
struct BarModel: Sendable {
    var hint: String
    var primary: ActionModel?
    var primaryLink: Link?
    var hasMore: Bool
    var more: [ActionModel]
    var moreLinks: [Link]

    struct Link: Sendable {
        var href: String
        var label: String
        var linkSymbol: String
        var newWindow: Bool
    }
}
