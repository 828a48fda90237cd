public import Rules

/// T8: a concrete question to the reporter; the clock of handling waits for the reply. Who: officers of the unit that holds it.
public struct AskReporter: Command {
    public static let name: CommandName = "report.ask"
    public var id: ReportID
    public var question: String
    public init(id: ReportID, question: String) {
        self.id = id
        self.question = question
    }
}

extension AskReporter: ReportAction {
    public func command() -> ReportCommand { .ask(.init(Text.clean(question))) }
}
