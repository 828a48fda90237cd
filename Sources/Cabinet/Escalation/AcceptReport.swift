public import Rules

/// T2: the reception confirms category, urgency, kind and place. Who: officers of the public-service centre and the City Office.
public struct AcceptReport: Command {
    public static let name: CommandName = "report.accept"
    public var id: ReportID
    public var acceptance: ReportCommand.Acceptance
    public init(id: ReportID, acceptance: ReportCommand.Acceptance) {
        self.id = id
        self.acceptance = acceptance
    }
}

extension AcceptReport: ReportAction {
    public func command() -> ReportCommand { .accept(acceptance.cleaned) }
    public var note: String { [acceptance.urgencyReason, acceptance.legalKindReason].compactMap { $0 }.joined(separator: "\n") }
}
