import NIOCore
import Rules
import Store

/// One followed stream on one event loop: recent events, who reads them, and what each is to be sent next. Does no I/O.
final class StreamFanout {
    /// What a subscription needs now.
    enum Step: Equatable {
        case nothing
        case frame(ByteBuffer)
        /// Events behind `after` that the ring no longer holds.
        case page(after: Int64)
        /// Grants at least as new as `asOf`.
        case grants(round: Int, asOf: Int64)
    }

    let id: StreamID
    let epoch: String
    private let configuration: HubConfiguration
    private let cache: FrameCache
    private(set) var ring: Ring
    private(set) var subscriptions: [Subscription] = []
    private(set) var signals: SignalBoard

    // The sweep that serves the subscriptions chunk by chunk.
    var sweepAt: Int?
    var sweepAgain = false
    var showsHidden = false

    init(id: StreamID, epoch: String, ring: Ring, cache: FrameCache, configuration: HubConfiguration) {
        self.id = id
        self.epoch = epoch
        self.ring = ring
        self.cache = cache
        self.configuration = configuration
        signals = SignalBoard(limit: configuration.signalsPerStream)
    }

    // MARK: Who reads

    func add(_ subscription: Subscription) {
        subscription.index = subscriptions.count
        subscription.signalsAsOf = signals.version
        subscriptions.append(subscription)
    }

    func remove(_ subscription: Subscription) {
        let last = subscriptions.removeLast()
        guard last !== subscription else { return }
        last.index = subscription.index
        subscriptions[subscription.index] = last
        // The one that moved may have slipped behind the sweep.
        if sweepAt != nil { sweepAgain = true }
    }

    // MARK: What there is

    func append(_ entries: [Entry]) { ring.append(entries) }

    /// The log ran ahead of the ring: what was skipped is read from the store by whoever needs it.
    func reset(head: Int64) { ring.reset(head: head) }

    func post(_ key: SignalKey, data: String) { signals.post(key, data: data) }

    // MARK: What is next

    /// - Parameter showsHidden: tell the reader that the cursor moved although he may see nothing of what happened.
    func next(for subscription: Subscription, showsHidden: Bool) -> Step {
        guard !subscription.isPaging, !subscription.isRegranting else { return .nothing }
        if subscription.scanned < ring.head {
            guard subscription.scanned + 1 >= ring.first else {
                subscription.isPaging = true
                return .page(after: subscription.scanned)
            }
            let step = take(select(ring.entries(from: subscription.scanned + 1), for: subscription), for: subscription)
            if step != .nothing { return step }
        }
        guard showsHidden, subscription.scanned > subscription.cursor, !subscription.isRegranting else { return .nothing }
        return frame(to: subscription.scanned, visible: [], for: subscription)
    }

    /// The same from events read for this subscription; those it has are passed over.
    func next(for subscription: Subscription, from page: [Entry]) -> Step {
        guard !subscription.isPaging, !subscription.isRegranting else { return .nothing }
        guard let first = page.first, first.seq <= subscription.scanned + 1 else { return .nothing }
        let rest = page.dropFirst(Int(subscription.scanned + 1 - first.seq))
        return take(select(rest, for: subscription), for: subscription)
    }

    /// The grants may be old from now on: nothing more is shown until there are new ones.
    func distrust(_ subscription: Subscription) -> Step {
        subscription.regrantRound += 1
        // One question at a time; its answer will be found too old and asked again.
        if subscription.isRegranting { return .nothing }
        subscription.isRegranting = true
        return .grants(round: subscription.regrantRound, asOf: ring.head)
    }

    /// An answer to `grants`.
    func regrant(_ subscription: Subscription, _ grants: Set<Grant>, round: Int, asOf: Int64) -> Step {
        guard subscription.isRegranting else { return .nothing }
        guard round == subscription.regrantRound else { return .grants(round: subscription.regrantRound, asOf: ring.head) }
        subscription.isRegranting = false
        subscription.grants = grants
        subscription.grantsAsOf = asOf
        return .nothing
    }

    /// Signals the subscription has not seen, oldest first.
    func takeSignals(for subscription: Subscription) -> [ByteBuffer] {
        guard subscription.signalsAsOf < signals.version, !subscription.isRegranting else { return [] }
        let frames = signals.frames(after: subscription.signalsAsOf, grants: subscription.grants, name: subscription.name)
        subscription.signalsAsOf = signals.version
        return frames
    }

    private func select(_ entries: some Sequence<Entry>, for subscription: Subscription) -> Selection {
        Selection(
            entries, after: subscription.scanned, grants: subscription.grants, grantsAsOf: subscription.grantsAsOf,
            maxEvents: configuration.frameEvents, maxBytes: configuration.frameBytes)
    }

    private func take(_ selection: Selection, for subscription: Subscription) -> Step {
        subscription.scanned = selection.to
        if !selection.visible.isEmpty { return frame(to: selection.to, visible: selection.visible, for: subscription) }
        return selection.stop == .gate ? distrust(subscription) : .nothing
    }

    private func frame(to: Int64, visible: [Entry], for subscription: Subscription) -> Step {
        let frame = cache.frame(stream: subscription.name, epoch: epoch, from: subscription.cursor + 1, to: to, visible: visible)
        subscription.cursor = to
        return .frame(frame)
    }
}
