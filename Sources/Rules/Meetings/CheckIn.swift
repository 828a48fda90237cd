/// A member's own word that he is here: when he may give it, and in what form (features 25, 26).
public enum CheckIn {
    /// How long before the planned start a member may check in; earlier, "present" would be a promise.
    public static let opensBeforeMS: Int64 = 2 * 3_600_000

    /// Refuses `attendance.too-early` before the doors open, and `request.invalid` at `/state` for a place the meeting's form does not have.
    /// Leaving is always possible.
    public static func validate(_ state: AttendanceState, form: MeetingForm, startsAt: Timestamp, isOpen: Bool, at now: Timestamp) throws(Refusal) {
        guard state != .absent else { return }
        let isPlace =
            switch form {
            case .inRoom: state == .inRoom
            case .online: state == .online
            case .hybrid: true
            }
        guard isPlace else { throw .invalid("/state", "attendance.not-this-form", ["value": state.rawValue]) }
        let opensAt = Timestamp(ms: startsAt.ms - opensBeforeMS)
        guard isOpen || now >= opensAt else { throw Refusal(.attendanceTooEarly, ["time": opensAt.text(.day)]) }
    }
}
