import Logging
import Store

/// Turns logged events into entries, inside the transaction that read them.
struct EventReader: Sendable {
    let present: Hub.Present
    let gates: Set<String>
    let logger: Logger

    func entries(of stream: StreamID, after seq: Int64, limit: Int, in tx: borrowing Transaction) throws -> [Entry] {
        var entries: [Entry] = []
        for event in try tx.events(of: stream, after: seq, limit: limit) {
            entries.append(Entry(event, data: data(of: event, in: tx), isGate: gates.contains(event.kind)))
        }
        return entries
    }

    /// An event that cannot be presented is shown as logged rather than holding up all that follow: the log's body carries
    /// nothing that its audience may not read.
    private func data(of event: LoggedEvent, in tx: borrowing Transaction) -> String {
        do {
            return try present(event, tx)
        } catch {
            logger.error("event cannot be presented", metadata: ["stream": "\(event.stream)", "seq": "\(event.seq)", "error": "\(error)"])
            return event.body
        }
    }
}
