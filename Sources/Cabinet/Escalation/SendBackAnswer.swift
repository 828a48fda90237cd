public import Rules

/// T18: the head sends a proposed answer back. Who: head of the unit that holds it.
public struct SendBackAnswer: Command {
    public static let name: CommandName = "report.send-back"
    public var id: ReportID
    public var reason: String
    public init(id: ReportID, reason: String) {
        self.id = id
        self.reason = reason
    }
}

extension SendBackAnswer: ReportAction {
    public func command() -> ReportCommand { .sendBack(.init(Text.clean(reason))) }
    public var note: String { reason }
}
