public import Rules
public import Store

/// A cleaned photo or a paper is laid with a report. Photos of the reporter are not public before somebody has answered; what lies with the answer is.
///
/// Who: the reporter (side `before`, until the report is closed), officers of the unit that holds or handled it, the reception.
/// Refuses `request.invalid` beyond `ReportFiles.max`.
public struct AttachFile: Command {
    public enum File: Sendable {
        case photo(CleanedPhoto)
        case paper(StoredPaper)
    }
    public struct Receipt: Codable, Sendable { public var id: DocumentID }
    public static let name: CommandName = "report.attach"

    public var id: DocumentID
    public var report: ReportID
    public var side: ReportSide
    public var file: File

    public init(id: DocumentID, report: ReportID, side: ReportSide, file: File) {
        self.id = id
        self.report = report
        self.side = side
        self.file = file
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.report(report)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { try Self.mayAttach(to: report, side: side, caller, in: tx) }

    /// Asked before a body is read as well, so that nobody uploads in vain.
    public static func mayAttach(to report: ReportID, side: ReportSide, _ caller: Caller, in tx: borrowing Transaction) throws {
        let row = try ReportRow.visible(report, to: caller, in: tx)
        if ReportStanding.handles(row, try ReportStanding.of(caller, in: tx)) { return }
        let actor = try ReportStanding.actor(caller, for: row, in: tx)
        guard actor.roles.contains(.reporter), side == .before, row.report.state != .closed, row.report.state != .rejected else {
            throw Refusal(.reportForbidden, ["action": "attach", "unit": row.report.holder.text])
        }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        let row = try ReportRow.locked(report, in: tx)
        let sha256: String
        switch file {
        case .photo(let photo): sha256 = photo.sha256
        case .paper(let paper): sha256 = paper.sha256
        }
        // The same bytes on the same side are the same file.
        if let same = try tx.row("SELECT id FROM report_file WHERE report = \(report.text) AND side = \(side.rawValue) AND sha256 = \(sha256) ORDER BY id LIMIT 1") {
            return Receipt(id: same.id("id"))
        }
        guard try ReportFiles.count(of: report, in: tx) < ReportFiles.max else { throw Refusal.invalid("/file", "field.too-many", ["limit": "\(ReportFiles.max)"]) }
        switch file {
        case .photo(let photo): try ReportFiles.insert(photo, id: id.text, report: report, side: side, isPublic: false, act, in: tx)
        case .paper(let paper):
            try paper.note(at: act.at, in: tx)
            try tx.execute(
                """
                INSERT INTO report_file (id, report, side, kind, sha256, bytes, media_type, name, is_public, actor, at)
                VALUES (\(id.text), \(report.text), \(side.rawValue), 'document', \(paper.sha256), \(paper.bytes), \(paper.mediaType), \(Text.clean(paper.fileName)), 0,
                  \(act.caller.actor), \(act.at.ms))
                """)
        }
        try tx.record(.reportFileAdded, in: row.stream, to: Audience(.report(report)), FileFact(report: report, file: id, side: side, sha256: sha256), by: act)
        return Receipt(id: id)
    }
}

struct FileFact: Codable, Sendable {
    var report: ReportID
    var file: DocumentID
    var side: ReportSide
    var sha256: String
}
