import Rules
import Store

/// One socket's place in one stream: an integer and what it may see, never a queue. Lives on the socket's event loop.
final class Subscription {
    let id: SubscriptionID
    let socket: SocketID
    let stream: StreamID
    /// The name the client used, which frames repeat.
    let name: String
    var grants: Set<Grant>
    /// `seq` up to which the grants are known to be those of today.
    var grantsAsOf: Int64
    /// The `to` of the last frame written.
    var cursor: Int64
    /// Everything from the cursor to here is hidden from this reader: told with the next frame.
    var scanned: Int64
    /// Waits for events from the store.
    var isPaging = false
    /// Waits for grants; counts how often they were found wanting, so that an answer to an older question is asked again.
    var isRegranting = false
    var regrantRound = 0
    /// The version of the last signal looked at.
    var signalsAsOf = 0
    /// Where the stream's list holds it.
    var index = 0

    init(id: SubscriptionID, socket: SocketID, stream: StreamID, name: String, grants: Set<Grant>, grantsAsOf: Int64, cursor: Int64) {
        self.id = id
        self.socket = socket
        self.stream = stream
        self.name = name
        self.grants = grants
        self.grantsAsOf = grantsAsOf
        self.cursor = cursor
        scanned = cursor
    }
}
