public import Rules

/// T4: the reception gives a report to a unit; one without competence needs the reason. In a dispute the City Office alone, for good. Who: the reception.
public struct AssignReport: Command {
    public static let name: CommandName = "report.assign"
    public var id: ReportID
    public var assignment: ReportCommand.Assignment
    public init(id: ReportID, assignment: ReportCommand.Assignment) {
        self.id = id
        self.assignment = assignment
    }
}

extension AssignReport: ReportAction {
    public func command() -> ReportCommand { .assign(assignment.cleaned) }
    public var note: String { assignment.overrideReason ?? "" }
}
