public import Rules

/// Body of `PUT /meetings/{id}/check-in`.
public struct PutCheckIn: Codable, Sendable {
    public var state: AttendanceState

    public init(state: AttendanceState) { self.state = state }
}

/// Body of `POST /meetings/{id}/attendance/{userId}/corrections`.
public struct NewCorrection: Codable, Sendable {
    public var state: AttendanceState
    /// RFC 3339: from when on.
    public var from: String
    public var note: String?

    public init(state: AttendanceState, from: String, note: String? = nil) {
        self.state = state
        self.from = from
        self.note = note
    }
}

/// What one closed poll would have looked like with a correction of the attendance; its verdict stays.
public struct AttendanceEffect: Codable, Sendable, Equatable {
    public var pollId: PollID
    public var title: String
    public var presentAtOpening: Int
    public var presentAtClosing: Int
    public var outcome: Outcome
    public var correctedAtOpening: Int
    public var correctedAtClosing: Int
    /// Null where the poll could not have been opened.
    @Nullable public var correctedOutcome: Outcome?
    public var wouldDiffer: Bool

    public init(
        pollId: PollID, title: String, presentAtOpening: Int, presentAtClosing: Int, outcome: Outcome, correctedAtOpening: Int, correctedAtClosing: Int,
        correctedOutcome: Outcome?, wouldDiffer: Bool
    ) {
        self.pollId = pollId
        self.title = title
        self.presentAtOpening = presentAtOpening
        self.presentAtClosing = presentAtClosing
        self.outcome = outcome
        self.correctedAtOpening = correctedAtOpening
        self.correctedAtClosing = correctedAtClosing
        self.correctedOutcome = correctedOutcome
        self.wouldDiffer = wouldDiffer
    }
}

/// Answer to a correction.
public struct CorrectionAnswer: Codable, Sendable, Equatable {
    public var seq: Int64
    /// Closed polls whose presence would have been another.
    public var polls: Int

    public init(seq: Int64, polls: Int) {
        self.seq = seq
        self.polls = polls
    }
}
