public import Rules
import Store

/// Something the reporter wrote after submitting.
public struct ReportWord: Sendable, Equatable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// Answers a question.
        case reply
        /// Adds to the report.
        case addition
        /// Goes with a rating.
        case rating
        /// Says why it is reopened.
        case reopening
        /// Disputes a merger.
        case dispute
    }
    public var kind: Kind
    /// Nil once erased, or for those who may not read it.
    public var text: String?
    public var at: Timestamp
}

enum ReportWords {
    /// Most words of a reporter on one report.
    static let max = 200
    static let length = 4000

    /// Seals what the reporter wrote. Refuses `report.incomplete` for a blank or too long text.
    static func keep(_ text: String, kind: ReportWord.Kind, of report: ReportID, sealedID: String, _ act: Act, in tx: borrowing Transaction) throws {
        let text = Text.clean(text)
        let pointer = kind == .reopening || kind == .dispute ? "/reason" : "/text"
        if text.isEmpty { throw Refusal(ReportRefusal(.incomplete, fields: [.init(pointer: pointer, reason: "field.required")])) }
        if text.count > length { throw Refusal(ReportRefusal(.incomplete, fields: [.init(pointer: pointer, reason: "field.too-long", parameters: ["limit": "\(length)"])])) }
        let last = try tx.row("SELECT COALESCE(MAX(seq), 0) AS n FROM report_word WHERE report = \(report.text)")!.int("n")
        guard last < max else { throw Refusal.invalid(pointer, "field.too-many", ["limit": "\(max)"]) }
        _ = try act.vault.seal(text, id: sealedID, at: act.at.ms, in: tx)
        try tx.execute("INSERT INTO report_word (report, seq, kind, sealed, at) VALUES (\(report.text), \(last + 1), \(kind.rawValue), \(sealedID), \(act.at.ms))")
    }

    static func list(of report: ReportID, vault: Vault, in tx: borrowing Transaction) throws -> [ReportWord] {
        try tx.rows("SELECT kind, sealed, at FROM report_word WHERE report = \(report.text) ORDER BY seq LIMIT \(max)").map {
            ReportWord(kind: $0.choice("kind"), text: try vault.open($0.text("sealed"), in: tx), at: $0.time("at"))
        }
    }
}
