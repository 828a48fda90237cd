import Rules
import Synchronization

/// Counts failed sign-ins, never successes: 10 an account in five minutes, 100 an address (contract §2).
public final class Throttle: Sendable {
    static let windowMS: Int64 = 300_000
    static let perAccount = 10
    static let perAddress = 100
    /// Most names remembered. Beyond it those are forgotten first that are far from their limit, so that a flood of names sets nobody
    /// free who is held back.
    static let maxNames = 50_000

    private let failures = Mutex<[String: [Int64]]>([:])

    public init() {}

    /// Counts an attempt as failed before its password is even looked at, so that many at once do not slip through;
    /// `succeeded` takes it back.
    /// - Throws: `auth.throttled` with `retryAfter` seconds.
    func attempt(account: String, address: String, at now: Timestamp) throws(Refusal) {
        let wait: Int64? = failures.withLock { failures in
            forgetSome(&failures, at: now)
            let names = Self.limits(account, address)
            for (name, limit) in names {
                let times = (failures[name] ?? []).filter { $0 > now.ms - Self.windowMS }
                if times.count >= limit { return (times[times.count - limit] + Self.windowMS - now.ms + 999) / 1000 }
            }
            for (name, limit) in names {
                failures[name] = ((failures[name] ?? []).filter { $0 > now.ms - Self.windowMS } + [now.ms]).suffix(limit)
            }
            return nil
        }
        if let wait { throw Refusal(.authThrottled, ["retryAfter": "\(max(1, wait))"]) }
    }

    /// A success never counts.
    func succeeded(account: String, address: String, at now: Timestamp) {
        failures.withLock { failures in
            for (name, _) in Self.limits(account, address) {
                if let index = failures[name]?.lastIndex(of: now.ms) { failures[name]?.remove(at: index) }
            }
        }
    }

    private func forgetSome(_ failures: inout [String: [Int64]], at now: Timestamp) {
        guard failures.count > Self.maxNames else { return }
        failures = failures.filter { ($0.value.last ?? 0) > now.ms - Self.windowMS }
        guard failures.count > Self.maxNames else { return }
        // A quarter at once, so that the next thousands of names cost nothing.
        let order = failures.sorted { ($0.value.count, $0.value.last ?? 0) < ($1.value.count, $1.value.last ?? 0) }
        for (name, _) in order.prefix(failures.count - Self.maxNames * 3 / 4) { failures[name] = nil }
    }

    private static func limits(_ account: String, _ address: String) -> [(String, Int)] {
        [("account " + account.lowercased(), perAccount), ("address " + address, perAddress)]
    }
}
