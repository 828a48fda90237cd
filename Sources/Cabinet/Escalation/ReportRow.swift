import Rules
import Store

/// A report as it stands in its tables: the value of the rules, and what people wrote.
struct ReportRow: Sendable {
    var report: Report
    var bucket: Bucket
    var reporter: UserID?
    var integration: UserID?
    var externalCode: String?
    var linkHash: [UInt8]?
    var address: String
    var latitudeE7: Int64?
    var longitudeE7: Int64?
    /// Ids in the vault.
    var original: String
    var contact: String?
    var publicText: String
    var isHidden: Bool
    /// The answer as its author wrote it, and what of it is public since its approval.
    var answer: AnswerDraft?
    var publicAnswer: String
    var answerAskedAt: Timestamp?
    /// The released conclusion from which the answer is to be written.
    var answerHint: String
    var master: ReportID?

    var id: ReportID { report.id }
    var stream: StreamID { .report(report.id) }

    static let columns: SQL = """
        report.value, report.bucket, report.reporter, report.integration, report.external_code, report.link_hash, report.address, report.latitude_e7,
        report.longitude_e7, report.original, report.contact, report.public_text, report.hidden, report.answer, report.public_answer, report.answer_asked_at,
        report.answer_hint, report.master
        """

    init(_ row: Row) throws {
        report = try Canonical.decode(Report.self, from: row.text("value"))
        bucket = row.choice("bucket")
        reporter = row.optionalID("reporter")
        integration = row.optionalID("integration")
        externalCode = row.optionalText("external_code")
        linkHash = row.optionalBlob("link_hash")
        address = row.text("address")
        latitudeE7 = row.optionalInteger("latitude_e7")
        longitudeE7 = row.optionalInteger("longitude_e7")
        original = row.text("original")
        contact = row.optionalText("contact")
        publicText = row.text("public_text")
        isHidden = row.bool("hidden")
        answer = try row.optionalText("answer").map { try Canonical.decode(AnswerDraft.self, from: $0) }
        publicAnswer = row.text("public_answer")
        answerAskedAt = row.optionalTime("answer_asked_at")
        answerHint = row.text("answer_hint")
        master = row.optionalID("master")
    }

    static func find(_ id: ReportID, in tx: borrowing Transaction) throws -> ReportRow? {
        try tx.row("SELECT \(columns) FROM report WHERE id = \(id.text)").map(ReportRow.init)
    }

    static func find(code: TrackingCode, in tx: borrowing Transaction) throws -> ReportRow? {
        try tx.row("SELECT \(columns) FROM report WHERE code = \(code.description)").map(ReportRow.init)
    }

    /// The report a command works on, its lock held.
    static func locked(_ id: ReportID, in tx: borrowing Transaction) throws -> ReportRow {
        guard let row = try find(id, in: tx) else { throw Refusal(.notFound) }
        return row
    }

    /// The report, if the caller may know of it.
    /// - Throws: `not-found` alike for what is not there and what he may not know of.
    static func visible(_ id: ReportID, to caller: Caller, in tx: borrowing Transaction) throws -> ReportRow {
        guard let row = try find(id, in: tx), try !ReportStanding.grants(of: caller, for: row, in: tx).isEmpty else { throw Refusal(.notFound) }
        return row
    }
}

extension StreamID {
    static func report(_ id: ReportID) -> StreamID { StreamID("report:\(id)") }
    static func escalation(_ id: EscalationID) -> StreamID { StreamID("escalation:\(id)") }
}
