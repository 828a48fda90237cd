/// What a reader of a deadline should know about the days it crosses.
public struct DeadlineRemark: Codable, Hashable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case holiday
        /// The day is given off and made up on another.
        case givenOff
        /// The day of rest is worked for another.
        case madeUp
        /// Holidays of these days are not known yet.
        case unknown
    }

    public var kind: Kind
    public var from: CivilDate
    public var to: CivilDate
    public var name: BilingualText?
    /// The other day of a swap.
    public var other: CivilDate?
    public var source: String?
    public var status: SourceStatus

    public var isProvisional: Bool { kind == .unknown || status == .unconfirmed }
}
