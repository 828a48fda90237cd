import Rules
import Synchronization

/// Counts failed sign-ins, never successes: 10 an account in five minutes, 100 an address (contract §2).
public final class Throttle: Sendable {
    static let windowMS: Int64 = 300_000
    static let perAccount = 10
    static let perAddress = 100
    /// Most names remembered; beyond it the oldest windows are forgotten first.
    static let maxNames = 50_000

    private let failures = Mutex<[String: [Int64]]>([:])

    public init() {}

    /// - Throws: `auth.throttled` with `retryAfter` seconds.
    func check(account: String, address: String, at now: Timestamp) throws(Refusal) {
        for (name, limit) in Self.limits(account, address) {
            let times = failures.withLock { $0[name]?.filter { $0 > now.ms - Self.windowMS } ?? [] }
            if times.count >= limit {
                let wait = (times[times.count - limit] + Self.windowMS - now.ms + 999) / 1000
                throw Refusal(.authThrottled, ["retryAfter": "\(max(1, wait))"])
            }
        }
    }

    func failed(account: String, address: String, at now: Timestamp) {
        failures.withLock { failures in
            if failures.count > Self.maxNames {
                failures = failures.filter { ($0.value.last ?? 0) > now.ms - Self.windowMS }
                if failures.count > Self.maxNames { failures.removeAll() }
            }
            for (name, limit) in Self.limits(account, address) {
                failures[name] = ((failures[name] ?? []).filter { $0 > now.ms - Self.windowMS } + [now.ms]).suffix(limit)
            }
        }
    }

    private static func limits(_ account: String, _ address: String) -> [(String, Int)] {
        [("account " + account.lowercased(), perAccount), ("address " + address, perAddress)]
    }
}
