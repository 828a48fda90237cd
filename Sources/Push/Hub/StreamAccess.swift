public import Rules
public import Store

/// What a name stands for, and what the caller may see there today.
public struct StreamAccess: Sendable, Equatable {
    public var stream: StreamID
    public var grants: Set<Grant>

    public init(stream: StreamID, grants: Set<Grant>) {
        self.stream = stream
        self.grants = grants
    }
}
