/// How many reports are in each bucket. A move takes from one what it gives to the other, so the sum is what was received.
public struct BucketCount: Codable, Hashable, Sendable {
    public var waiting = 0
    public var processing = 0
    public var answered = 0
    public var rejected = 0

    public init() {}

    public init(waiting: Int, processing: Int, answered: Int, rejected: Int) {
        self.waiting = waiting
        self.processing = processing
        self.answered = answered
        self.rejected = rejected
    }

    public var total: Int { waiting + processing + answered + rejected }

    public subscript(bucket: Bucket) -> Int {
        get {
            switch bucket {
            case .waiting: waiting
            case .processing: processing
            case .answered: answered
            case .rejected: rejected
            }
        }
        set {
            switch bucket {
            case .waiting: waiting = newValue
            case .processing: processing = newValue
            case .answered: answered = newValue
            case .rejected: rejected = newValue
            }
        }
    }

    /// Moves reports; a nil origin is receipt. `count` is more than one where duplicates go with their master.
    public mutating func move(_ count: Int = 1, from: Bucket?, to: Bucket) {
        if let from { self[from] -= count }
        self[to] += count
    }
}
