/// Where a member is while the meeting goes on.
public enum AttendanceState: String, Codable, Hashable, Sendable, CaseIterable {
    case inRoom, online, absent

    /// Whether the member counts for P.
    public var isPresent: Bool { self != .absent }

    public var name: BilingualText {
        switch self {
        case .inRoom: BilingualText(vi: "Tại phòng họp", en: "In the room")
        case .online: BilingualText(vi: "Trực tuyến", en: "Online")
        case .absent: BilingualText(vi: "Vắng mặt", en: "Absent")
        }
    }
}
