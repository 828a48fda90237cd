/// What the hub has done since it began, and what it holds now (the first three).
public struct HubCounters: Sendable, Equatable {
    /// Open now.
    public var sockets: Int
    /// Followed now.
    public var streams: Int
    /// Held now.
    public var subscriptions: Int
    /// Frames of events and signals written, and their bytes.
    public var frames: Int
    public var bytes: Int
    /// Signals sent on to a stream, and signals dropped: too large, too many.
    public var signals: Int
    public var signalsDropped: Int
    /// Reads of the store for resumes that lay behind the ring.
    public var pages: Int
    /// Looks at the log.
    public var looks: Int
    /// Subscriptions authorised anew because grants may have changed.
    public var regrants: Int
    /// `push.resync` answers.
    public var resyncs: Int
    /// `push.bad-frame` answers.
    public var badFrames: Int
    /// Sockets cut off because they took nothing.
    public var slowConsumers: Int
}
