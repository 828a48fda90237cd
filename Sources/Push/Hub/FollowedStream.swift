import NIOCore

/// One stream the hub follows.
struct FollowedStream {
    var ring: Ring
    let cache: FrameCache
    /// The look that last brought an event after which grants may be others.
    var gateLook: Int
    var readers = 0
    /// Since when nobody reads it.
    var idleSince: NIODeadline
    /// Event loops that hold it.
    var loops: Set<ObjectIdentifier> = []
}
