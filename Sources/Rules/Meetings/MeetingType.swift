/// What kind of session a meeting is; it fixes deadlines and whether anybody meets at all.
public enum MeetingType: String, Codable, Hashable, Sendable, CaseIterable {
    case regular, thematic, unscheduled
    /// Opinions by slip, without a session.
    case circulated
    case citizenReception

    public var name: BilingualText {
        switch self {
        case .regular: BilingualText(vi: "Phiên họp thường kỳ", en: "Regular session")
        case .thematic: BilingualText(vi: "Phiên họp chuyên đề", en: "Thematic session")
        case .unscheduled: BilingualText(vi: "Phiên họp bất thường", en: "Unscheduled session")
        case .circulated: BilingualText(vi: "Lấy ý kiến bằng phiếu", en: "Circulated opinions")
        case .citizenReception: BilingualText(vi: "Tiếp công dân", en: "Citizen reception")
        }
    }
}
