public import Rules

/// T6: the head gives a report back, naming the right unit and the rule by which it is. Who: head of the unit that holds it.
public struct ReturnReport: Command {
    public static let name: CommandName = "report.return"
    public var id: ReportID
    public var back: ReportCommand.Return
    public init(id: ReportID, back: ReportCommand.Return) {
        self.id = id
        self.back = back
    }
}

extension ReturnReport: ReportAction {
    public func command() -> ReportCommand { .return(back.cleaned) }
    public var note: String { back.note }
}
