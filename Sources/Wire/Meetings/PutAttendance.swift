public import Rules

/// Body of `PUT /meetings/{id}/attendance/{userId}`.
public struct PutAttendance: Codable, Sendable {
    public var state: AttendanceState
    public var reason: String?

    public init(state: AttendanceState, reason: String? = nil) {
        self.state = state
        self.reason = reason
    }
}
