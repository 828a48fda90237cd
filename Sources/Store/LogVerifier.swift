import Proof

/// Checks every chain against its stream head and the newest checkpoint.
public enum LogVerifier {
    public struct Finding: Sendable, Equatable {
        public var events: Int
        public var streams: Int
        /// Hex of the public key that signed the newest checkpoint; nil where there is none.
        public var checkpointKey: String?
        /// The first bad row, named; nil when all is well.
        public var fault: String?
    }

    /// - Parameter knownKeys: hex of the public keys whose checkpoints count; empty accepts the key named in the checkpoint.
    public static func verify(in tx: borrowing Transaction, knownKeys: Set<String> = []) throws -> Finding {
        var finding = Finding(events: 0, streams: 0, fault: nil)
        var heads: [String: (seq: Int64, hash: [UInt8])] = [:]
        var at: Int64 = 0
        try tx.forEach("SELECT stream, seq, kind, at, actor, audience, body, parent, hash FROM event ORDER BY stream, seq") { row in
            guard finding.fault == nil else { return }
            let stream = row.text("stream")
            let seq = row.integer("seq")
            let (lastSeq, parent) = heads[stream] ?? (0, CanonicalRow.origin)
            if lastSeq == 0 { at = 0 }
            let canonical = CanonicalRow(
                stream: stream, seq: seq, kind: row.text("kind"), at: row.integer("at"), actor: row.text("actor"), audience: row.text("audience"),
                body: row.text("body"))
            let hash = row.blob("hash")
            if seq != lastSeq + 1 {
                finding.fault = "stream \(stream): event \(lastSeq + 1) is missing (found \(seq))"
            } else if row.blob("parent") != parent {
                finding.fault = "stream \(stream), event \(seq): its parent is not the event before it"
            } else if canonical.hash(after: parent) != hash {
                finding.fault = "stream \(stream), event \(seq): its content does not match its hash"
            } else if canonical.at < at {
                finding.fault = "stream \(stream), event \(seq): time runs backwards"
            }
            heads[stream] = (seq, hash)
            at = canonical.at
            finding.events += 1
        }
        guard finding.fault == nil else { return finding }
        try tx.forEach("SELECT id, head, hash FROM stream ORDER BY id") { row in
            guard finding.fault == nil else { return }
            finding.streams += 1
            let (seq, hash) = heads.removeValue(forKey: row.text("id")) ?? (0, CanonicalRow.origin)
            if seq != row.integer("head") || hash != row.blob("hash") {
                finding.fault = "stream \(row.text("id")): ends at event \(seq), its head says \(row.integer("head"))"
            }
        }
        if finding.fault == nil, let orphan = heads.keys.sorted().first { finding.fault = "stream \(orphan): has events but no head" }
        if finding.fault == nil { finding.fault = try checkpointFault(in: tx, knownKeys: knownKeys) }
        if finding.fault == nil { finding.fault = try positionFault(in: tx) }
        finding.checkpointKey = try tx.row("SELECT key FROM checkpoint ORDER BY id DESC LIMIT 1")?.text("key")
        return finding
    }

    /// Positions are contiguous from 1, as many as there are events.
    private static func positionFault(in tx: borrowing Transaction) throws -> String? {
        let rows = try tx.rows(
            """
            SELECT shard.id, shard.pos, COUNT(event.pos) AS events, COALESCE(MIN(event.pos), 1) AS first, COALESCE(MAX(event.pos), 0) AS last
            FROM shard LEFT JOIN event ON event.shard = shard.id GROUP BY shard.id, shard.pos ORDER BY shard.id
            """)
        for row in rows where row.integer("first") != 1 || row.integer("last") != row.integer("pos") || row.integer("events") != row.integer("pos") {
            return "positions of shard \(row.integer("id")): \(row.integer("events")) events, numbered \(row.integer("first")) to \(row.integer("last")), the shard says \(row.integer("pos"))"
        }
        return nil
    }

    static func checkpointFault(in tx: borrowing Transaction, knownKeys: Set<String>) throws -> String? {
        guard let row = try tx.row("SELECT id, at, pos, root, key, signature FROM checkpoint ORDER BY id DESC LIMIT 1") else { return nil }
        let name = "checkpoint \(row.integer("id"))"
        let key = row.text("key")
        guard knownKeys.isEmpty || knownKeys.contains(key) else { return "\(name): signed by a key that is not this server's" }
        let message = Checkpoint.message(at: row.integer("at"), pos: row.integer("pos"), root: row.blob("root"))
        guard let publicKey = Hex.decode(key), SigningKey.isValid(row.blob("signature"), over: message, by: publicKey) else {
            return "\(name): its signature does not verify"
        }
        var leaves: [[UInt8]] = []
        var fault: String?
        var streams: [(String, Int64, [UInt8])] = []
        try tx.forEach("SELECT stream, seq, hash FROM checkpoint_head ORDER BY stream") { head in
            streams.append((head.text("stream"), head.integer("seq"), head.blob("hash")))
        }
        for (stream, seq, hash) in streams {
            leaves.append(Checkpoint.leaf(stream: stream, seq: seq, hash: hash))
            guard fault == nil, seq > 0 else { continue }
            let event = try tx.row("SELECT hash FROM event WHERE stream = \(stream) AND seq = \(seq)")
            if event?.blob("hash") != hash { fault = "\(name): stream \(stream) no longer has the event \(seq) it vouches for" }
        }
        if fault == nil, Merkle.root(leaves) != row.blob("root") { fault = "\(name): its list of heads does not match its root" }
        return fault
    }
}
