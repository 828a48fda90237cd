public import Rules

/// Body of `PUT /meetings/{id}/attendance/{userId}`.
public struct PutAttendance: Codable, Sendable {
    public var state: AttendanceState
    public var reason: String?
    /// Why the secretary says it in the person's stead.
    public var note: String?

    public init(state: AttendanceState, reason: String? = nil, note: String? = nil) {
        self.state = state
        self.reason = reason
        self.note = note
    }
}
