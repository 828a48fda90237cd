public enum OfPollOption {}
public typealias PollOptionID = Identifier<OfPollOption>

/// One thing to choose, or one candidate.
public struct PollOption: Codable, Hashable, Sendable {
    public var id: PollOptionID
    public var title: String

    public init(id: PollOptionID, title: String) {
        self.id = id
        self.title = title
    }
}
