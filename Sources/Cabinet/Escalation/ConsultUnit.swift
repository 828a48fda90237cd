public import Rules

/// T9: another unit is asked for its part, with a clock of its own. Who: officers of the unit that holds it.
public struct ConsultUnit: Command {
    public static let name: CommandName = "report.coordinate"
    public var id: ReportID
    public var consultation: ReportCommand.Consultation
    public init(id: ReportID, consultation: ReportCommand.Consultation) {
        self.id = id
        self.consultation = consultation
    }
}

extension ConsultUnit: ReportAction {
    public func command() -> ReportCommand { .coordinate(consultation.cleaned) }
    public var note: String { consultation.request }
}
