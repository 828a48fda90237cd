/// What a ballot says. On a circulated slip "Ý kiến khác" is `abstain` with a text.
public enum Choice: String, Codable, Hashable, Sendable, CaseIterable {
    case `for`, against, abstain

    /// The word of the button and of the minutes.
    public var name: BilingualText {
        switch self {
        case .for: BilingualText(vi: "Tán thành", en: "For")
        case .against: BilingualText(vi: "Không tán thành", en: "Against")
        case .abstain: BilingualText(vi: "Không biểu quyết", en: "Abstain")
        }
    }

    /// The word on a circulated slip.
    public var slipName: BilingualText {
        switch self {
        case .for: BilingualText(vi: "Đồng ý", en: "Agree")
        case .against: BilingualText(vi: "Không đồng ý", en: "Disagree")
        case .abstain: BilingualText(vi: "Ý kiến khác", en: "Other opinion")
        }
    }
}
