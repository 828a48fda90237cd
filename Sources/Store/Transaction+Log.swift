import Proof

extension Transaction {
    /// Most events one look at the log returns.
    public static let maxEventsPerRead = 500
    /// SQLite has one writer, hence one shard.
    static let shard: Int64 = 0

    /// Takes the stream's lock until the end of the transaction and returns its head; a new stream begins at 0.
    @discardableResult
    public func lock(_ stream: StreamID) throws -> Int64 {
        if let known = try touch(stream) { return known }
        try execute("INSERT INTO stream (id, head, hash) VALUES (\(stream.text), 0, \(CanonicalRow.origin)) ON CONFLICT (id) DO NOTHING")
        return try touch(stream)!
    }

    /// An update that changes nothing takes the row's lock in every engine of the dialect.
    private func touch(_ stream: StreamID) throws -> Int64? {
        try row("UPDATE stream SET head = head WHERE id = \(stream.text) RETURNING head")?.integer("head")
    }

    /// Appends one fact to a stream whose lock is held.
    /// - Returns: its `seq`: contiguous from 1.
    @discardableResult
    public func append(to stream: StreamID, kind: String, at ms: Int64, actor: String, audience: String, body: String) throws -> Int64 {
        let newest: SQL = """
            SELECT stream.head, stream.hash, event.at FROM stream LEFT JOIN event ON event.stream = stream.id AND event.seq = stream.head WHERE stream.id = \(stream.text)
            """
        guard let head = try row(newest) else { preconditionFailure("append to \(stream) without its lock") }
        let seq = head.integer("head") + 1
        let parent = head.blob("hash")
        let last = head.optionalInteger("at") ?? 0
        let at = max(ms, last)
        let hash = CanonicalRow(stream: stream.text, seq: seq, kind: kind, at: at, actor: actor, audience: audience, body: body).hash(after: parent)
        let pos = try row("UPDATE shard SET pos = pos + 1 WHERE id = \(Self.shard) RETURNING pos")!.integer("pos")
        try execute(
            """
            INSERT INTO event (stream, seq, shard, pos, kind, at, actor, audience, body, parent, hash)
            VALUES (\(stream.text), \(seq), \(Self.shard), \(pos), \(kind), \(at), \(actor), \(audience), \(body), \(parent), \(hash))
            """)
        try execute("UPDATE stream SET head = \(seq), hash = \(hash) WHERE id = \(stream.text)")
        return seq
    }

    /// Events after `seq`, oldest first, at most `maxEventsPerRead`.
    public func events(of stream: StreamID, after seq: Int64, limit: Int = maxEventsPerRead) throws -> [LoggedEvent] {
        try rows(
            """
            SELECT seq, kind, at, actor, audience, body FROM event
            WHERE stream = \(stream.text) AND seq > \(seq) ORDER BY seq LIMIT \(min(limit, Self.maxEventsPerRead))
            """
        ).map { row in
            LoggedEvent(
                stream: stream, seq: row.integer("seq"), kind: row.text("kind"), at: row.integer("at"), actor: row.text("actor"),
                audience: row.text("audience"), body: row.text("body"))
        }
    }

    /// `seq` of the newest event; 0 for a stream that has none.
    public func head(of stream: StreamID) throws -> Int64 {
        try row("SELECT head FROM stream WHERE id = \(stream.text)")?.integer("head") ?? 0
    }

    /// The log's epoch: a new one after every restore, so that an old cursor is never mistaken for a new one.
    public func epoch() throws -> String {
        try row("SELECT epoch FROM folder WHERE id = 1")!.text("epoch")
    }
}

/// A fact met on a walk through the whole log.
public struct FoundFact: Sendable {
    public var pos: Int64
    public var stream: StreamID
    public var kind: String
    public var body: String
}

extension Transaction {
    /// Global position of the newest event.
    public func position() throws -> Int64 {
        try row("SELECT pos FROM shard WHERE id = \(Self.shard)")!.integer("pos")
    }

    /// Events of some kinds in `(after, upTo]`, in the order they were committed.
    public func facts(ofKinds kinds: [String], after: Int64, upTo: Int64, limit: Int) throws -> [FoundFact] {
        try rows(
            """
            SELECT pos, stream, kind, body FROM event WHERE shard = \(Self.shard) AND pos > \(after) AND pos <= \(upTo) AND kind IN \(list: kinds)
            ORDER BY pos LIMIT \(limit)
            """
        ).map { FoundFact(pos: $0.integer("pos"), stream: StreamID($0.text("stream")), kind: $0.text("kind"), body: $0.text("body")) }
    }
}
