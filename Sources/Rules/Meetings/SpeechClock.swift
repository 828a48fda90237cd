/// The clock of one speaker: what has run, whether it runs, and what he was given (features 93).
public struct SpeechClock: Codable, Hashable, Sendable {
    /// Longest time a speaker can be given.
    public static let maxLimitMS: Int64 = 3_600_000
    /// When the speaker is warned: this much is left.
    public static let warningMS: Int64 = 60_000

    /// Spoken before the clock was last started.
    public var spokenMS: Int64
    /// Set while it runs.
    public var runningSince: Timestamp?
    /// Nil: without a limit.
    public var limitMS: Int64?

    public init(spokenMS: Int64 = 0, runningSince: Timestamp? = nil, limitMS: Int64? = nil) {
        self.spokenMS = spokenMS
        self.runningSince = runningSince
        self.limitMS = limitMS
    }

    public var isRunning: Bool { runningSince != nil }

    public func spoken(at now: Timestamp) -> Int64 {
        spokenMS + (runningSince.map { max(0, now.ms - $0.ms) } ?? 0)
    }

    /// Stops it; starting again goes on from here.
    public func stopped(at now: Timestamp) -> SpeechClock {
        SpeechClock(spokenMS: spoken(at: now), runningSince: nil, limitMS: limitMS)
    }

    public func started(at now: Timestamp) -> SpeechClock {
        SpeechClock(spokenMS: spokenMS, runningSince: runningSince ?? now, limitMS: limitMS)
    }
}
