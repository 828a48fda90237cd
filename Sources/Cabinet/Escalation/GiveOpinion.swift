public import Rules

/// T9: the consulted unit answers its part. Who: its officers.
public struct GiveOpinion: Command {
    public static let name: CommandName = "report.opinion"
    public var id: ReportID
    /// Number of the part.
    public var number: Int
    public var text: String
    public init(id: ReportID, number: Int, text: String) {
        self.id = id
        self.number = number
        self.text = text
    }
}

extension GiveOpinion: ReportAction {
    public func command() -> ReportCommand { .opinion(number) }
    public var note: String { text }
}
