import NIOCore

/// The newest events of one stream, contiguous, bounded in number and bytes. Most resumes find all they need here.
struct Ring {
    let maxEvents: Int
    let maxBytes: Int
    private var entries: CircularBuffer<Entry> = []
    private var bytes = 0
    /// `seq` of the newest event, whether or not it is still held.
    private(set) var head: Int64

    init(head: Int64, maxEvents: Int, maxBytes: Int) {
        precondition(maxEvents > 0, "a ring holds something")
        self.head = head
        self.maxEvents = maxEvents
        self.maxBytes = maxBytes
    }

    /// The oldest `seq` held; `head + 1` when nothing is.
    var first: Int64 { head - Int64(entries.count) + 1 }
    var count: Int { entries.count }

    /// Entries that follow the head without a gap.
    mutating func append(_ new: some Sequence<Entry>) {
        for entry in new {
            precondition(entry.seq == head + 1, "seq is contiguous: \(entry.seq) does not follow \(head)")
            head = entry.seq
            entries.append(entry)
            bytes += entry.json.readableBytes
            while entries.count > maxEvents || (bytes > maxBytes && entries.count > 1) {
                bytes -= entries.removeFirst().json.readableBytes
            }
        }
    }

    /// Forgets what is held and goes on behind `head`.
    mutating func reset(head: Int64) {
        entries.removeAll()
        bytes = 0
        self.head = head
    }

    func holds(_ seq: Int64) -> Bool { seq >= first && seq <= head }

    /// Held entries from `seq` on.
    func entries(from seq: Int64) -> CircularBuffer<Entry> {
        precondition(seq >= first, "\(seq) is not held")
        return entries.dropFirst(Int(seq - first))
    }
}
