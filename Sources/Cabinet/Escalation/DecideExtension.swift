public import Rules

/// T10: the next level up grants or refuses more time. Who: the head one level up, the head of the City Office, leadership.
public struct DecideExtension: Command {
    public static let name: CommandName = "report.decide-extension"
    public var id: ReportID
    public var isGranted: Bool
    public init(id: ReportID, isGranted: Bool) {
        self.id = id
        self.isGranted = isGranted
    }
}

extension DecideExtension: ReportAction {
    public func command() -> ReportCommand { .decideExtension(granted: isGranted) }
}
