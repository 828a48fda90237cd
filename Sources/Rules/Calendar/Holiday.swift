/// Days off by law, from the first to the last.
public struct Holiday: Codable, Hashable, Sendable {
    public var from: CivilDate
    public var to: CivilDate
    public var name: BilingualText
    /// The law or announcement that grants the days.
    public var source: String
    public var status: SourceStatus

    public init(from: CivilDate, to: CivilDate, name: BilingualText, source: String, status: SourceStatus) {
        self.from = from
        self.to = to
        self.name = name
        self.source = source
        self.status = status
    }

    public func covers(_ date: CivilDate) -> Bool { from <= date && date <= to }
}
