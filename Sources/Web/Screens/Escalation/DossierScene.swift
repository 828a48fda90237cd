import Cabinet
import Rules
import Store

/// An escalation with all that hangs on it, read at one instant.
struct DossierScene: Sendable {
    var view: EscalationView
    var standing: ReportStanding
    var files: [ReportFileView]
    var conclusion: ConclusionView?
    /// The way of its first report, as the reader may see it.
    var timeline: [TimelineEntry]
    var now: Timestamp

    init(_ id: EscalationID, for caller: Caller, at now: Timestamp, law: ReportLaw, in tx: borrowing Transaction) throws {
        self.now = now
        view = try Escalations.escalation(id, for: caller, at: now, law: law, in: tx)
        standing = try ReportStanding.of(caller, in: tx)
        files = try EscalationItems.files(of: id, for: caller, in: tx)
        conclusion = try view.conclusion.flatMap { try Self.conclusion($0, for: caller, in: tx) }
        timeline = try view.reports.first.map { try Self.timeline($0, for: caller, at: now, law: law, in: tx) } ?? []
    }

    private static func conclusion(_ id: ConclusionID, for caller: Caller, in tx: borrowing Transaction) throws -> ConclusionView? {
        do { return try Conclusions.conclusion(id, for: caller, in: tx) } catch let refusal as Refusal where refusal.code == .notFound { return nil }
    }

    /// In full for those on its trail, else the public part.
    static func timeline(_ line: ReportLine, for caller: Caller, at now: Timestamp, law: ReportLaw, in tx: borrowing Transaction) throws -> [TimelineEntry] {
        do {
            return try Reports.timeline(of: line.id, for: caller, in: tx)
        } catch let refusal as Refusal where refusal.code == .notFound {
            return try Reports.publicReport(line.code, at: now, law: law, in: tx).timeline
        }
    }
}
