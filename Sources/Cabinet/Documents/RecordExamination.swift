public import PaperWire
public import Rules
public import Store

/// What the worker found in some content: readable or not, how many pages, which signatures. Every meeting that has the
/// paper hears of it: the first time, and when a later look under another trust list gives another verdict. Who: the server itself.
public struct RecordExamination: Command {
    public enum Finding: Sendable {
        case ready(sizes: [Inspection.Size], verdict: Verdict)
        /// A code that the screens have a sentence for.
        case unreadable(fault: String)
    }
    public static let name: CommandName = "document.record-examination"
    public var sha256: String
    public var finding: Finding
    public init(sha256: String, finding: Finding) {
        self.sha256 = sha256
        self.finding = finding
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] {
        try affected(in: tx).map { StreamID("meeting:" + $0.text("meeting")) }
    }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        guard caller == .clock else { throw Refusal(.authForbidden, ["needs": "clock"]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let before = try tx.row("SELECT state, verdict FROM content WHERE sha256 = \(sha256)")
        let known = try before?.optionalText("verdict").map { try Canonical.decode(Verdict.self, from: $0) }
        let wasReady = before?.text("state") == DocumentState.ready.rawValue
        let state: DocumentState
        var verdict: Verdict?
        switch finding {
        case .ready(let sizes, let found):
            (state, verdict) = (.ready, found)
            try tx.execute(
                """
                UPDATE content SET state = 'ready', fault = '', pages = \(sizes.count), sizes = \(try Canonical.encode(sizes)), verdict = \(try Canonical.encode(found)),
                  verdict_at = \(act.at.ms) WHERE sha256 = \(sha256)
                """)
        case .unreadable(let fault):
            state = .unreadable
            try tx.execute("UPDATE content SET state = 'unreadable', fault = \(fault) WHERE sha256 = \(sha256)")
        }
        var seq: Int64 = 0
        // Looked at again, and nothing is different: nobody need hear of it.
        if wasReady, let known, let verdict, known.indication == verdict.indication, known.subIndication == verdict.subIndication { return Done(seq: seq) }
        let kind: EventKind = wasReady && state == .ready ? .documentVerdictChanged : .documentReady
        for row in try affected(in: tx) {
            let meeting: MeetingID = row.id("meeting")
            let fact = DocumentFact(
                document: row.id("id"), item: row.optionalID("item"), version: row.int("current"), sha256: sha256, state: state, indication: verdict?.indication,
                subIndication: verdict?.subIndication,
                previousIndication: kind == .documentVerdictChanged ? known?.indication : nil)
            let audience = row.optionalInteger("released_at") == nil ? Audience(.secretariat(row.id("body"))) : .ofPapers(row.optionalID("item"), in: meeting)
            seq = try tx.record(kind, in: .meeting(meeting), to: audience, fact, by: act)
        }
        return Done(seq: seq)
    }

    /// Papers whose current version has these bytes; bounded by the streams one command may lock.
    private func affected(in tx: borrowing Transaction) throws -> [Row] {
        try tx.rows(
            """
            SELECT document.id, document.meeting, document.item, document.current, document.released_at, meeting.body
            FROM document_version v JOIN document ON document.id = v.document AND document.current = v.version JOIN meeting ON meeting.id = document.meeting
            WHERE v.sha256 = \(sha256) AND document.removed_at IS NULL ORDER BY document.meeting, document.id LIMIT \(Cabinet.maxStreams)
            """)
    }
}
