import Rules
import Synchronization

/// Counts codes and links that were wrong, never those that were right: 30 an address in five minutes, so that codes cannot be tried out.
public final class Lookups: Sendable {
    static let windowMS: Int64 = 300_000
    static let perAddress = 30
    /// Most addresses remembered; beyond it all windows begin anew.
    static let maxAddresses = 50_000

    private let failures = Mutex<[String: [Int64]]>([:])

    public init() {}

    /// Counts a look-up as failed before it is made; `succeeded` takes it back.
    /// - Throws: `report.lookup-throttled` with `retryAfter` seconds.
    func attempt(address: String, at now: Timestamp) throws(Refusal) {
        let wait: Int64? = failures.withLock { failures in
            if failures.count > Self.maxAddresses { failures = failures.filter { ($0.value.last ?? 0) > now.ms - Self.windowMS } }
            if failures.count > Self.maxAddresses { failures.removeAll() }
            let times = (failures[address] ?? []).filter { $0 > now.ms - Self.windowMS }
            if times.count >= Self.perAddress { return (times[times.count - Self.perAddress] + Self.windowMS - now.ms + 999) / 1000 }
            failures[address] = times + [now.ms]
            return nil
        }
        if let wait { throw Refusal(.reportLookupThrottled, ["retryAfter": "\(max(1, wait))"]) }
    }

    func succeeded(address: String, at now: Timestamp) {
        failures.withLock { failures in
            if let index = failures[address]?.lastIndex(of: now.ms) { failures[address]?.remove(at: index) }
        }
    }
}
