public import Rules
public import Store

/// T19: how content the reporter is and why; once a round, and it closes the report. What he adds in his own words is sealed. Who: the reporter.
public struct RateReport: Command {
    public static let name: CommandName = "report.rate"
    public var id: ReportID
    public var level: RatingLevel
    /// Of those the policy names.
    public var reasons: [RatingReasonID]
    public var text: String
    public var sealedID: String

    public init(id: ReportID, level: RatingLevel, reasons: [RatingReasonID] = [], text: String = "", sealedID: String) {
        self.id = id
        self.level = level
        self.reasons = reasons
        self.text = text
        self.sealedID = sealedID
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.report(id)] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { _ = try ReportRow.visible(id, to: caller, in: tx) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> ReportReceipt {
        let receipt = try ReportMoving.apply(.rate(.init(level, reasons: reasons)), to: id, act, in: tx)
        if !Text.clean(text).isEmpty { try ReportWords.keep(text, kind: .rating, of: id, sealedID: sealedID, act, in: tx) }
        return receipt
    }
}
