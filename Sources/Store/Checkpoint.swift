import Proof

/// A signed statement over all stream heads at one instant: shows a cut tail or a lost stream.
public enum Checkpoint {
    static func leaf(stream: String, seq: Int64, hash: [UInt8]) -> [UInt8] {
        Array("\(stream) \(seq) \(Hex.encode(hash))".utf8)
    }

    static func message(at: Int64, pos: Int64, root: [UInt8]) -> [UInt8] {
        Array("ecabinet.checkpoint.v1 \(at) \(pos) \(Hex.encode(root))".utf8)
    }

    /// Writes one, unless nothing has happened since the last and it is by this key.
    /// - Throws: `StoreFault.logBroken` when the last one's heads are no longer in the log.
    public static func write(at ms: Int64, by key: SigningKey, in tx: borrowing Transaction) throws {
        let pos = try tx.row("SELECT pos FROM shard WHERE id = 0")!.integer("pos")
        let publicKey = Hex.encode(key.publicKey)
        let last = try tx.row("SELECT pos, key FROM checkpoint ORDER BY id DESC LIMIT 1")
        if let last, last.integer("pos") == pos, last.text("key") == publicKey { return }
        // Never sign over what the last checkpoint vouched for and the log no longer has: that would make a cut tail look whole.
        if let fault = try LogVerifier.checkpointFault(in: tx, knownKeys: []) { throw StoreFault.logBroken(fault) }
        var leaves: [[UInt8]] = []
        try tx.forEach("SELECT id, head, hash FROM stream ORDER BY id") { row in
            leaves.append(leaf(stream: row.text("id"), seq: row.integer("head"), hash: row.blob("hash")))
        }
        let root = Merkle.root(leaves)
        let signature = try key.sign(message(at: ms, pos: pos, root: root))
        let id = (try tx.row("SELECT MAX(id) AS id FROM checkpoint")?.optionalInteger("id") ?? 0) + 1
        try tx.execute(
            "INSERT INTO checkpoint (id, at, pos, root, key, signature) VALUES (\(id), \(ms), \(pos), \(root), \(publicKey), \(signature))")
        try tx.execute("DELETE FROM checkpoint_head")
        try tx.execute("INSERT INTO checkpoint_head (stream, seq, hash) SELECT id, head, hash FROM stream")
    }
}
