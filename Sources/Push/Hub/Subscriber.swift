public import Rules

/// Who is at the other end of a socket, and the one way to ask what he may see: the hub compares, it never decides.
public struct Subscriber: Sendable {
    public typealias Authorise = @Sendable (_ streamName: String) async throws -> StreamAccess?

    public var userID: UserID
    public var sessionID: String
    /// Resolves `meeting:ID`, `report:ID`, `person:me`; nil for what does not exist or may not be known. A throw sends the
    /// socket away with 4001.
    public var authorise: Authorise

    public init(userID: UserID, sessionID: String, authorise: @escaping Authorise) {
        self.userID = userID
        self.sessionID = sessionID
        self.authorise = authorise
    }
}
