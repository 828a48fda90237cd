import NIOCore
import Store

/// Last value wins, and no more than one per interval for each name and audience of a stream: the first goes at once, the
/// last of a burst when the interval is over.
struct SignalDesk {
    struct Letter: Hashable {
        var stream: StreamID
        var key: SignalKey
    }

    private struct Slot {
        var sentAt: NIODeadline
        var waiting: String?
    }

    let interval: TimeAmount
    let limitPerStream: Int
    private var slots: [StreamID: [SignalKey: Slot]] = [:]

    init(interval: TimeAmount, limitPerStream: Int) {
        self.interval = interval
        self.limitPerStream = limitPerStream
    }

    enum Offer: Equatable { case sendNow, waits, dropped }

    mutating func offer(_ letter: Letter, data: String, now: NIODeadline) -> Offer {
        var slots = self.slots[letter.stream] ?? [:]
        defer { self.slots[letter.stream] = slots }
        if let slot = slots[letter.key] {
            if slot.waiting == nil && now - slot.sentAt >= interval {
                slots[letter.key] = Slot(sentAt: now)
                return .sendNow
            }
            slots[letter.key]?.waiting = data
            return .waits
        }
        if slots.count >= limitPerStream {
            slots = slots.filter { $0.value.waiting != nil || now - $0.value.sentAt < interval }
            if slots.count >= limitPerStream { return .dropped }
        }
        slots[letter.key] = Slot(sentAt: now)
        return .sendNow
    }

    /// Takes what may go now.
    /// - Returns: the letters, and when the next may go.
    mutating func due(now: NIODeadline) -> (letters: [(letter: Letter, data: String)], next: NIODeadline?) {
        var letters: [(Letter, String)] = []
        var next: NIODeadline?
        for (stream, var keys) in slots {
            for (key, slot) in keys {
                let time = slot.sentAt + interval
                if let data = slot.waiting {
                    if time <= now {
                        letters.append((Letter(stream: stream, key: key), data))
                        keys[key] = Slot(sentAt: now)
                    } else {
                        next = min(next ?? time, time)
                    }
                } else if time <= now {
                    keys[key] = nil
                }
            }
            slots[stream] = keys.isEmpty ? nil : keys
        }
        return (letters, next)
    }
}
