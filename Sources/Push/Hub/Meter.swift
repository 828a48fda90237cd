/// The hub's counters, written from every event loop.
final class Meter: Sendable {
    let sockets = Counter()
    let streams = Counter()
    let subscriptions = Counter()
    let frames = Counter()
    let bytes = Counter()
    let signals = Counter()
    let signalsDropped = Counter()
    let pages = Counter()
    let looks = Counter()
    let regrants = Counter()
    let resyncs = Counter()
    let badFrames = Counter()
    let slowConsumers = Counter()

    func wrote(_ frameBytes: Int) {
        frames.up()
        bytes.up(by: frameBytes)
    }

    var snapshot: HubCounters {
        HubCounters(
            sockets: sockets.value, streams: streams.value, subscriptions: subscriptions.value, frames: frames.value, bytes: bytes.value,
            signals: signals.value, signalsDropped: signalsDropped.value, pages: pages.value, looks: looks.value, regrants: regrants.value,
            resyncs: resyncs.value, badFrames: badFrames.value, slowConsumers: slowConsumers.value)
    }
}
