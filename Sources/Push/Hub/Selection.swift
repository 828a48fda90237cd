import NIOCore
import Rules

/// What one socket may see of a run of events, as far as one frame goes.
struct Selection {
    enum Stop: Equatable {
        /// The run is used up.
        case end
        /// The frame is full; there is more.
        case full
        /// The next event needs grants that are newer than it.
        case gate
    }

    var visible: [Entry] = []
    /// The last event looked at; what lies before `visible.first` or between was hidden.
    var to: Int64
    var stop: Stop = .end

    /// - Parameters:
    ///   - entries: contiguous, the first follows `after`.
    ///   - grantsAsOf: `seq` up to which the grants are known to be those of today.
    ///   - maxBytes: of the frame's events; one event always fits.
    init(_ entries: some Sequence<Entry>, after: Int64, grants: Set<Grant>, grantsAsOf: Int64, maxEvents: Int, maxBytes: Int) {
        to = after
        var bytes = 0
        for entry in entries {
            if entry.isGate && entry.seq > grantsAsOf {
                stop = .gate
                return
            }
            if entry.audience.admits(grants) {
                bytes += entry.json.readableBytes
                if !visible.isEmpty && (bytes > maxBytes || visible.count == maxEvents) {
                    stop = .full
                    return
                }
                visible.append(entry)
            }
            to = entry.seq
        }
    }
}
