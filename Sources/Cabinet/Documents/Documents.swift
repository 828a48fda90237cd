public import PaperWire
public import Rules
public import Store

/// A paper with what was found in its bytes.
public struct DocumentView: Sendable, Equatable {
    public var id: DocumentID
    public var meeting: MeetingID
    public var item: AgendaItemID?
    public var title: String
    /// A `DocumentKind` where known.
    public var kind: String
    public var fileName: String
    /// Number of the current version, from 1.
    public var version: Int
    public var sha256: String
    public var bytes: Int64
    public var mediaType: String
    public var state: DocumentState
    /// Code of what went wrong, for a paper that cannot be shown.
    public var fault: String
    public var pages: Int?
    public var sizes: [Inspection.Size]
    public var releasedAt: Timestamp?
    public var uploadedAt: Timestamp
    public var indication: Indication?
    public var subIndication: String?
    /// No signature could be traced to anybody because the administrator has not installed any trust anchor: his task, not the reader's.
    public var awaitsTrust: Bool
    /// Version of the row, for `ETag`.
    public var revision: Int64
}

public enum Documents {
    public static let maxPerMeeting = 1000

    static let select: SQL = """
        SELECT document.id, document.meeting, document.item, document.title, document.kind, document.current, document.released_at, document.removed_at,
          document.version AS revision, v.sha256, v.file_name, v.uploaded_at, content.bytes, content.media_type, content.state, content.fault, content.pages,
          content.sizes, content.verdict
        FROM document JOIN document_version v ON v.document = document.id AND v.version = document.current JOIN content ON content.sha256 = v.sha256
        """

    /// - Throws: `not-found` for a paper that is not there, was taken back, or is not released to the caller, or is of an item whose
    ///   papers he may not read.
    public static func document(_ id: DocumentID, for caller: Caller, in tx: borrowing Transaction) throws -> DocumentView {
        guard let row = try tx.row("\(select) WHERE document.id = \(id.text) AND document.removed_at IS NULL") else { throw Refusal(.notFound) }
        let view = try view(row)
        let meeting = try MeetingRow.visible(view.meeting, to: caller, in: tx)
        if view.releasedAt == nil, try !Standing.isSecretary(caller, of: meeting.body, in: tx) { throw Refusal(.notFound) }
        guard try AgendaAccess.of(caller, in: meeting, tx).readsPapers(view.item) else { throw Refusal(.notFound) }
        return view
    }

    /// Papers of a meeting in their order; unreleased ones for the secretariat alone.
    public static func list(of meeting: MeetingID, sha256: String? = nil, for caller: Caller, in tx: borrowing Transaction) throws -> [DocumentView] {
        let row = try MeetingRow.visible(meeting, to: caller, in: tx)
        let all = try Standing.isSecretary(caller, of: row.body, in: tx)
        let access = try AgendaAccess.of(caller, in: row, tx)
        let released: SQL = all ? "" : "AND document.released_at IS NOT NULL"
        let ofDigest: SQL = sha256.map { "AND v.sha256 = \($0)" } ?? ""
        return try tx.rows(
            """
            \(select) WHERE document.meeting = \(meeting.text) AND document.removed_at IS NULL \(released) \(ofDigest)
            ORDER BY document.sort_order, document.id LIMIT \(maxPerMeeting)
            """
        ).map(view).filter { access.readsPapers($0.item) }
    }

    /// The full verdict; nil while the paper is being examined or when it is no PDF.
    public static func verdict(of sha256: String, in tx: borrowing Transaction) throws -> Verdict? {
        try tx.row("SELECT verdict FROM content WHERE sha256 = \(sha256)")?.optionalText("verdict").map { try Canonical.decode(Verdict.self, from: $0) }
    }

    /// Content whose examination is outstanding, oldest first.
    public static func unexamined(limit: Int, in tx: borrowing Transaction) throws -> [(sha256: String, mediaType: String)] {
        try tx.rows("SELECT sha256, media_type FROM content WHERE state = 'processing' ORDER BY stored_at, sha256 LIMIT \(limit)").map {
            ($0.text("sha256"), $0.text("media_type"))
        }
    }

    /// Content judged under another trust list than `version`, oldest verdict first.
    public static func judgedUnderAnother(trustList version: String, limit: Int, in tx: borrowing Transaction) throws -> [String] {
        try tx.rows(
            """
            SELECT sha256 FROM content WHERE state = 'ready' AND verdict IS NOT NULL AND verdict NOT LIKE \("%\"trustList\":{\"version\":\"\(version)\"}%")
            ORDER BY verdict_at, sha256 LIMIT \(limit)
            """
        ).map { $0.text("sha256") }
    }

    static func view(_ row: Row) throws -> DocumentView {
        let verdict = try row.optionalText("verdict").map { try Canonical.decode(VerdictHead.self, from: $0) }
        return DocumentView(
            id: row.id("id"), meeting: row.id("meeting"), item: row.optionalID("item"), title: row.text("title"), kind: row.text("kind"),
            fileName: row.text("file_name"), version: row.int("current"), sha256: row.text("sha256"), bytes: row.integer("bytes"), mediaType: row.text("media_type"),
            state: row.choice("state"), fault: row.text("fault"), pages: row.optionalInt("pages"),
            sizes: try Canonical.decode([Inspection.Size].self, from: row.text("sizes")), releasedAt: row.optionalTime("released_at"),
            uploadedAt: row.time("uploaded_at"), indication: verdict?.indication, subIndication: verdict?.subIndication,
            awaitsTrust: verdict?.awaitsTrust ?? false, revision: row.integer("revision"))
    }

    /// The part of a stored verdict that lists need.
    private struct VerdictHead: Codable {
        var indication: Indication
        var subIndication: String?
        var signatures: [Head]?

        struct Head: Codable {
            var indication: Indication
            var reasons: [Code]
        }
        struct Code: Codable { var code: String }

        var awaitsTrust: Bool {
            let open = signatures?.filter { $0.indication == .indeterminate } ?? []
            return indication == .indeterminate && !open.isEmpty && open.allSatisfy { $0.reasons.first?.code == Documents.noAnchorsCode }
        }
    }

    /// The examiner's reason where no anchor is installed at all.
    static let noAnchorsCode = "trust.no-anchors"
    private static let maxUntrustedLooked = 500

    /// Issuers on papers of this house that lead to no trust anchor, with how many papers: what the administrator has to decide on.
    public static func untrustedIssuers(in tx: borrowing Transaction) throws -> [(name: String, papers: Int)] {
        let rows = try tx.rows(
            "SELECT verdict FROM content WHERE state = 'ready' AND verdict LIKE '%NO_CERTIFICATE_CHAIN_FOUND%' ORDER BY verdict_at DESC, sha256 LIMIT \(maxUntrustedLooked)")
        var counts: [String: Int] = [:]
        for row in rows {
            guard let verdict = try row.optionalText("verdict").map({ try Canonical.decode(Verdict.self, from: $0) }) else { continue }
            let issuers = verdict.signatures.filter { $0.subIndication == "NO_CERTIFICATE_CHAIN_FOUND" }.compactMap { $0.signer?.issuer }
            for issuer in Set(issuers) { counts[issuer, default: 0] += 1 }
        }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }
}

/// A fact about a paper.
struct DocumentFact: Codable, Sendable {
    var document: DocumentID
    var item: AgendaItemID?
    var version: Int?
    var sha256: String?
    var state: DocumentState?
    var indication: Indication?
    var subIndication: String?
    /// What it was before, where a later look came to another verdict.
    var previousIndication: Indication?
}
