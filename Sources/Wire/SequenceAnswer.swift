/// `{"seq"}`: the number of the fact in the meeting's stream that the request brought about.
public struct SequenceAnswer: Codable, Sendable, Equatable {
    public var seq: Int64

    public init(seq: Int64) { self.seq = seq }
}
