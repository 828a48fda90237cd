import Cabinet
import Rules
import Store

/// The open report with all that the desk shows of it, read at one instant.
struct DeskOpen: Sendable {
    var view: ReportView
    var timeline: [TimelineEntry]
    var people: [AccountView]
    var author: String?
    var epoch: String
    var head: Int64
    var now: Timestamp
    var caller: Caller

    init(_ id: ReportID, for caller: Caller, at now: Timestamp, law: ReportLaw, vault: Vault, in tx: borrowing Transaction) throws {
        self.now = now
        self.caller = caller
        view = try Reports.report(id, for: caller, at: now, law: law, vault: vault, in: tx)
        timeline = try Reports.timeline(of: id, for: caller, in: tx)
        people = view.may.contains("start") ? try UnitDirectory.people(of: view.report.holder, for: caller, in: tx) : []
        author = try view.report.pending?.author.flatMap { try Accounts.account($0, in: tx)?.name }
        (epoch, head) = try ReportPosition.of(id, in: tx)
    }

    var report: Report { view.report }
    var id: ReportID { view.report.id }
    var isHandler: Bool { view.standing.unit == report.holder }

    func photos(_ side: ReportSide?, _ p: Phrases) -> [PhotoModel] {
        view.files.filter { $0.kind == .photo && (side == nil || $0.side == side) }.enumerated().map { index, file in
            PhotoModel(
                photoHref: "/desk/photo/\(id)/\(file.id)", photoAlt: p.t(file.side == .before ? "track.photoAlt" : "track.resultAlt", ["number": "\(index + 1)"]))
        }
    }
}
