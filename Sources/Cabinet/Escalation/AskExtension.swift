public import Rules

/// T10: the head asks for more time, before the due instant. Who: head of the unit that holds it.
public struct AskExtension: Command {
    public static let name: CommandName = "report.ask-extension"
    public var id: ReportID
    public var wish: ReportCommand.Extension
    public init(id: ReportID, wish: ReportCommand.Extension) {
        self.id = id
        self.wish = wish
    }
}

extension AskExtension: ReportAction {
    public func command() -> ReportCommand { .askExtension(wish.cleaned) }
    public var note: String { wish.reason }
}
