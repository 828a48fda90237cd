import Logging
import Store

/// One look at the log, in one read transaction: which streams grew, and what followed streams have to add.
struct Look: Sendable {
    /// What is known before.
    struct Question: Sendable {
        /// Position of each shard; empty at the first look.
        var positions: [Int64: Int64]
        /// Head of each followed stream.
        var heads: [StreamID: Int64]
        /// Streams somebody waits for, followed or not; for those not yet followed, the lowest cursor to be served.
        var asked: [StreamID: Int64?]
        var limits: HubConfiguration
    }

    struct Growth: Sendable {
        var stream: StreamID
        /// The ring goes on behind here: the stream is new to us, or grew by more than the ring holds.
        var resetTo: Int64?
        var entries: [Entry]
    }

    var epoch: String
    var positions: [Int64: Int64] = [:]
    var growth: [Growth] = []
    /// Somebody's place in the house changed: everyone is asked anew.
    var distrustsEveryone = false

    init(_ question: Question, in tx: borrowing Transaction, reader: EventReader) throws {
        epoch = try tx.epoch()
        var grown: Set<StreamID> = []
        var everything = false
        // Shards are few: one on SQLite, sixteen on PostgreSQL.
        for shard in try tx.rows("SELECT id, pos FROM shard ORDER BY id") {
            let (id, pos) = (shard.integer("id"), shard.integer("pos"))
            positions[id] = pos
            guard let known = question.positions[id], known < pos else { continue }
            guard pos - known <= Int64(question.limits.growthRows) else {
                everything = true
                continue
            }
            for row in try tx.rows("SELECT stream, kind FROM event WHERE shard = \(id) AND pos > \(known) AND pos <= \(pos) ORDER BY pos") {
                let stream = StreamID(row.text("stream"))
                if question.heads[stream] != nil { grown.insert(stream) }
                if stream == .house && question.limits.regrantKinds.contains(row.text("kind")) { distrustsEveryone = true }
            }
        }
        if everything {
            grown.formUnion(question.heads.keys)
            distrustsEveryone = true
        }
        grown.formUnion(question.asked.keys)
        for stream in grown.sorted() {
            if let grown = try Self.growth(of: stream, question, in: tx, reader: reader) { growth.append(grown) }
        }
    }

    private static func growth(of stream: StreamID, _ question: Question, in tx: borrowing Transaction, reader: EventReader) throws -> Growth? {
        let ringEvents = Int64(question.limits.ringEvents)
        var from: Int64
        var resetTo: Int64?
        if let known = question.heads[stream] {
            from = known
            let head = try tx.head(of: stream)
            if head == known { return nil }
            if head - known > ringEvents {
                from = head - ringEvents
                resetTo = from
            }
        } else {
            // New to us: read back only as far as someone needs it, and no further than one page.
            let head = try tx.head(of: stream)
            let wanted = (question.asked[stream] ?? nil) ?? head
            from = min(head, max(wanted, head - min(ringEvents, Int64(question.limits.pageEvents)), 0))
            resetTo = from
        }
        var entries: [Entry] = []
        while true {
            let page = try reader.entries(of: stream, after: from, limit: question.limits.pageEvents, in: tx)
            entries += page
            guard let last = page.last, page.count == question.limits.pageEvents else { break }
            from = last.seq
        }
        return Growth(stream: stream, resetTo: resetTo, entries: entries)
    }
}
