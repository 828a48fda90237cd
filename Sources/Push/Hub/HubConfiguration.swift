public import NIOCore

/// Limits and habits of the hub.
public struct HubConfiguration: Sendable {
    // How many

    /// Sockets on this node; beyond it a newcomer is sent away with 4001.
    public var maxSockets = 20_000
    /// Sockets of one person; a further one takes the place of the oldest, which closes with 4503.
    public var maxSocketsPerUser = 20
    /// Subscriptions of one socket; beyond it `push.too-many`.
    public var maxSubscriptionsPerSocket = 64
    /// Streams followed at once; beyond it a newcomer is sent away with 4001.
    public var maxStreams = 50_000

    // Events

    /// Recent events held for each stream: resumes within them read no database.
    public var ringEvents = 4096
    /// Bytes of recent events held for each stream.
    public var ringBytes = 2 << 20
    /// Events read at once for a resume that lies behind the ring.
    public var pageEvents = 500
    /// Events of one frame.
    public var frameEvents = 500
    /// Bytes of one frame's events; an event larger than this goes alone.
    public var frameBytes = 256 << 10
    /// Finished frames kept for each stream while sockets are being served.
    public var cachedFrames = 64
    /// Grown rows looked at one by one; beyond it every followed stream is read.
    public var growthRows = 500
    /// Sockets served before other work of the event loop has its turn.
    public var fanOutChunk = 256
    /// A look at the log without a bell, and at the latest then a cursor moves past events its reader may not see.
    public var lookInterval: TimeAmount = .seconds(1)
    /// How long a stream without readers is followed in case they come back.
    public var idleStream: TimeAmount = .seconds(60)

    // Grants

    /// Kinds of events after which those who follow the stream are asked anew what they may see; in the house's own stream, everyone.
    public var regrantKinds: Set<String> = [
        "account.disabled", "account.enabled", "agenda.changed", "invited.changed", "item.access-changed", "meeting.cancelled", "meeting.closed", "meeting.convened",
        "meeting.opened", "meeting.reopened", "member.changed", "member.removed", "presiding.changed", "recusal.changed",
    ]
    /// Callers asked anew at once.
    public var regrantWorkers = 4
    /// How often a subscription is authorised again because grants changed meanwhile, before it is sent away with 4001.
    public var authoriseAttempts = 4

    // Signals

    /// Shortest time between two signals of one name to one audience: 4 a second.
    public var signalInterval: TimeAmount = .milliseconds(250)
    /// Largest `data` of a signal; a larger one is dropped and counted.
    public var signalBytes = 4 << 10
    /// Names and audiences of signals remembered for each stream; the oldest gives way.
    public var signalsPerStream = 64
    /// Signals a client may send at once, and a second; what is more is dropped and counted.
    public var clientSignalBurst = 30
    public var clientSignalsPerSecond = 20

    // Manners

    /// So many bad frames within `badFrameWindow` close the socket with 1008.
    public var badFrames = 10
    public var badFrameWindow: TimeAmount = .seconds(60)

    public init() {}
}
