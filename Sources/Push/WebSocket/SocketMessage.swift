/// One whole message from a client.
public enum SocketMessage: Sendable, Equatable {
    case text(String)
    /// The dialect knows no binary messages; only their size is kept.
    case binary(byteCount: Int)
}
