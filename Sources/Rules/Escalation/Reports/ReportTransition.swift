/// One transition: exactly one hop, and one message or an explicit silence.
public struct ReportTransition: Codable, Hashable, Sendable {
    /// Nil for receipt.
    public var from: ReportState?
    public var to: ReportState
    public var hop: Hop
    public var notice: CitizenNotice
}
