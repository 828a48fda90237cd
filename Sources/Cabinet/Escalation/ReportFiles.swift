import PaperWire
public import Rules
public import Store

/// Which side of the work a file shows.
public enum ReportSide: String, Codable, Sendable, CaseIterable {
    /// The matter as it was reported.
    case before
    /// What was done about it.
    case after
}

/// A photo or paper of a report.
public struct ReportFileView: Sendable, Equatable {
    public var id: DocumentID
    public var report: ReportID
    public var side: ReportSide
    public var kind: Evidence.Kind
    public var sha256: String
    public var bytes: Int64
    public var mediaType: String
    public var name: String
    public var widthPx: Int?
    public var heightPx: Int?
    public var at: Timestamp
    public var isPublic: Bool
}

/// The files of reports.
public enum ReportFiles {
    /// Most files of one report.
    public static let max = 60
    /// Largest paper of a report.
    public static let maxPaperBytes = 20 << 20
    /// Photos looked at when an "after" photo is compared, newest first.
    static let comparedPhotos = 20_000

    static let columns: SQL = "f.id, f.report, f.side, f.kind, f.sha256, f.bytes, f.media_type, f.name, f.width_px, f.height_px, f.at, f.is_public"

    /// Those of a report that the caller may see: all in full, else the public ones. Oldest first.
    public static func list(of report: ReportID, for caller: Caller, in tx: borrowing Transaction) throws -> [ReportFileView] {
        let row = try ReportRow.visible(report, to: caller, in: tx)
        let grants = try ReportStanding.grants(of: caller, for: row, in: tx)
        return try list(of: report, publicOnly: !grants.contains(.report(report)), own: grants.contains(.reporter(report)), in: tx)
    }

    static func list(of report: ReportID, publicOnly: Bool, own: Bool = false, in tx: borrowing Transaction) throws -> [ReportFileView] {
        let rows = try tx.rows("SELECT \(columns) FROM report_file f WHERE f.report = \(report.text) ORDER BY f.at, f.id LIMIT \(max)")
        return try rows.map { try view($0, in: tx) }.filter { !publicOnly || $0.isPublic || (own && $0.side == .before) }
    }

    /// One file, if the caller may see it; `code` is how anybody names the report.
    public static func file(_ id: DocumentID, of report: ReportID, for caller: Caller, in tx: borrowing Transaction) throws -> ReportFileView {
        guard let file = try list(of: report, for: caller, in: tx).first(where: { $0.id == id }) else { throw Refusal(.notFound) }
        return file
    }

    /// A public file of a report, for anybody.
    public static func publicFile(_ id: DocumentID, of code: TrackingCode, in tx: borrowing Transaction) throws -> ReportFileView {
        guard let row = try ReportRow.find(code: code, in: tx), let file = try list(of: row.id, publicOnly: true, in: tx).first(where: { $0.id == id }) else {
            throw Refusal(.notFound)
        }
        return file
    }

    static func find(_ id: DocumentID, of report: ReportID, in tx: borrowing Transaction) throws -> ReportFileView? {
        try tx.row("SELECT \(columns) FROM report_file f WHERE f.id = \(id.text) AND f.report = \(report.text)").map { try view($0, in: tx) }
    }

    static func insert(_ photo: CleanedPhoto, id: String, report: ReportID, side: ReportSide, isPublic: Bool, _ act: Act, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO report_file (id, report, side, kind, sha256, bytes, media_type, name, width_px, height_px, difference_hash, taken_at, latitude_e7, longitude_e7, is_public, actor, at)
            VALUES (\(id), \(report.text), \(side.rawValue), 'photo', \(photo.sha256), \(photo.bytes), \(photo.mediaType), \(Text.clean(photo.name)), \(photo.widthPx), \(photo.heightPx),
              \(photo.differenceHash.map { Int64(bitPattern: $0) }), \(photo.takenAt?.ms), \(photo.point?.latitudeE7), \(photo.point?.longitudeE7), \(isPublic),
              \(act.caller.actor), \(act.at.ms))
            """)
    }

    static func count(of report: ReportID, in tx: borrowing Transaction) throws -> Int {
        try tx.row("SELECT COUNT(*) AS n FROM report_file WHERE report = \(report.text)")!.int("n")
    }

    /// The prints of photos that were there before `at`, those named left out.
    static func earlierPrints(than at: Timestamp, except: Set<String>, in tx: borrowing Transaction) throws -> [PhotoPrint] {
        try tx.rows(
            "SELECT id, sha256, difference_hash FROM report_file WHERE kind = 'photo' AND at <= \(at.ms) ORDER BY at DESC, id DESC LIMIT \(comparedPhotos)"
        ).filter { !except.contains($0.text("id")) }.map {
            PhotoPrint(sha256: $0.text("sha256"), differenceHash: $0.optionalInteger("difference_hash").map { UInt64(bitPattern: $0) })
        }
    }

    /// A paper counts as signed when its signature was found valid.
    private static func view(_ row: Row, in tx: borrowing Transaction) throws -> ReportFileView {
        var kind: Evidence.Kind = row.text("kind") == "photo" ? .photo : .document
        if kind == .document, let verdict = try Documents.verdict(of: row.text("sha256"), in: tx), verdict.indication == .passed { kind = .signedDocument }
        return ReportFileView(
            id: row.id("id"), report: row.id("report"), side: row.choice("side"), kind: kind, sha256: row.text("sha256"), bytes: row.integer("bytes"),
            mediaType: row.text("media_type"), name: row.text("name"), widthPx: row.optionalInt("width_px"), heightPx: row.optionalInt("height_px"), at: row.time("at"),
            isPublic: row.bool("is_public"))
    }
}
