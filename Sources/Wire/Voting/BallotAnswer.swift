/// Answer of `POST /polls/{id}/ballots`: 201 `{"seq","receipt"?}`; a secret ballot has no receipt.
public struct BallotAnswer: Codable, Sendable, Equatable {
    public var seq: Int64
    public var receipt: String?

    public init(seq: Int64, receipt: String? = nil) {
        self.seq = seq
        self.receipt = receipt
    }
}
