public import Rules

/// T3: the reception rejects, with a reason of the list, a sentence and where to go instead. Who: as for accepting.
public struct RejectReport: Command {
    public static let name: CommandName = "report.reject"
    public var id: ReportID
    public var rejection: ReportCommand.Rejection
    public init(id: ReportID, rejection: ReportCommand.Rejection) {
        self.id = id
        self.rejection = rejection
    }
}

extension RejectReport: ReportAction {
    public func command() -> ReportCommand { .reject(rejection.cleaned) }
}
