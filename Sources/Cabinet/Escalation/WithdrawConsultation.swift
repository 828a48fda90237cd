public import Rules

/// T9: the asking unit no longer waits for a part. Who: officers of the unit that holds the report.
public struct WithdrawConsultation: Command {
    public static let name: CommandName = "report.withdraw"
    public var id: ReportID
    /// Number of the part.
    public var number: Int
    public init(id: ReportID, number: Int) {
        self.id = id
        self.number = number
    }
}

extension WithdrawConsultation: ReportAction {
    public func command() -> ReportCommand { .withdraw(number) }
}
