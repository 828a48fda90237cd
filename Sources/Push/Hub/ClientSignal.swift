public import Rules
public import Store

/// A signal from a client who follows the stream. Whether it goes on to others is for the receiver to decide.
public struct ClientSignal: Sendable {
    public var userID: UserID
    public var sessionID: String
    public var stream: StreamID
    public var name: String
    /// JSON.
    public var data: String
}
