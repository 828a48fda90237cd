import Synchronization

/// One number that many write and nobody waits for.
struct Counter: ~Copyable, Sendable {
    private let number = Atomic(0)

    func up(by amount: Int = 1) { number.add(amount, ordering: .relaxed) }
    func set(_ value: Int) { number.store(value, ordering: .relaxed) }
    var value: Int { number.load(ordering: .relaxed) }
}
