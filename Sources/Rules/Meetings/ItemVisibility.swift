/// Whom an item of the agenda is for (features 15).
public enum ItemVisibility: String, Codable, Hashable, Sendable, CaseIterable {
    /// Everyone of the meeting, guests included.
    case `public`
    /// The roster and who sits there in a member's place; no guests.
    case `internal`
    /// The secretariat and who presides alone.
    case hidden

    public var name: BilingualText {
        switch self {
        case .public: BilingualText(vi: "Mọi người dự họp", en: "Everyone in the meeting")
        case .internal: BilingualText(vi: "Chỉ thành viên", en: "Members only")
        case .hidden: BilingualText(vi: "Chỉ thư ký và chủ tọa", en: "Secretariat and chair only")
        }
    }
}
