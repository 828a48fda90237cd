/// A working day given off and made up on a day of rest, with the hours of the day given off.
public struct DaySwap: Codable, Hashable, Sendable {
    public var off: CivilDate
    public var work: CivilDate
    /// The announcement, such as `12729/VPCP-KGVX, 25/12/2025`.
    public var source: String
    public var status: SourceStatus

    public init(off: CivilDate, work: CivilDate, source: String, status: SourceStatus) {
        self.off = off
        self.work = work
        self.source = source
        self.status = status
    }
}
