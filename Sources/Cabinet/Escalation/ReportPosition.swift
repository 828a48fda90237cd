public import Rules
public import Store

/// Where the log of a report has got to, for pages that follow it.
public enum ReportPosition {
    public static func of(_ id: ReportID, in tx: borrowing Transaction) throws -> (epoch: String, head: Int64) {
        (try tx.epoch(), try tx.head(of: .report(id)))
    }
}
