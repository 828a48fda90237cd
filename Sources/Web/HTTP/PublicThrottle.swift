import Rules
import Synchronization

/// What one address may send without an account: 60 times in ten minutes. Generous, because behind one address of a mobile network stand many people.
public final class PublicThrottle: Sendable {
    static let windowMS: Int64 = 600_000
    static let perAddress = 60
    /// Most addresses remembered; beyond it those that are quiet are forgotten first.
    static let maxAddresses = 50_000

    private let deeds = Mutex<[String: [Int64]]>([:])

    public init() {}

    /// Minutes to wait, or nil where the address may go on.
    func wait(address: String, at now: Timestamp) -> Int? {
        deeds.withLock { deeds in
            let times = (deeds[address] ?? []).filter { $0 > now.ms - Self.windowMS }
            guard times.count >= Self.perAddress else { return nil }
            return Int((times[times.count - Self.perAddress] + Self.windowMS - now.ms + 59_999) / 60_000)
        }
    }

    func count(address: String, at now: Timestamp) {
        deeds.withLock { deeds in
            if deeds.count > Self.maxAddresses {
                deeds = deeds.filter { ($0.value.last ?? 0) > now.ms - Self.windowMS }
                if deeds.count > Self.maxAddresses { deeds.removeAll() }
            }
            deeds[address] = ((deeds[address] ?? []).filter { $0 > now.ms - Self.windowMS } + [now.ms]).suffix(Self.perAddress)
        }
    }
}
