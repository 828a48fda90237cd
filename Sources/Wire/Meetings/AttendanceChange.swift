public import Rules

/// One coming or going of a person of the roster.
public struct AttendanceChange: Codable, Sendable, Equatable {
    public var state: AttendanceState
    /// RFC 3339.
    public var at: String
    /// Recorded by another than the person himself.
    public var recordedForHim: Bool
    /// Why; for the secretariat and the person himself.
    @Nullable public var note: String?

    public init(state: AttendanceState, at: String, recordedForHim: Bool, note: String?) {
        self.state = state
        self.at = at
        self.recordedForHim = recordedForHim
        self.note = note
    }
}
