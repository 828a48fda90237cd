/// How people meet.
public enum MeetingForm: String, Codable, Hashable, Sendable, CaseIterable {
    case inRoom, online, hybrid

    public var name: BilingualText {
        switch self {
        case .inRoom: BilingualText(vi: "Trực tiếp", en: "In the room")
        case .online: BilingualText(vi: "Trực tuyến", en: "Online")
        case .hybrid: BilingualText(vi: "Trực tiếp kết hợp trực tuyến", en: "In the room and online")
        }
    }
}
