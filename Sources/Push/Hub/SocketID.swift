/// One socket of this process, never used again.
struct SocketID: Hashable, Sendable, Comparable {
    let number: Int
    static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}

/// One subscription of this process, never used again: an answer that comes after it ended finds nobody.
struct SubscriptionID: Hashable, Sendable {
    let number: Int
}
