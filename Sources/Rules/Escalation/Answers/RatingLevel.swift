/// How content the reporter is; once per round of handling.
public enum RatingLevel: String, Codable, Hashable, Sendable, CaseIterable {
    case satisfied, acceptable, dissatisfied

    public var name: BilingualText {
        switch self {
        case .satisfied: BilingualText(vi: "Hài lòng", en: "Satisfied")
        case .acceptable: BilingualText(vi: "Chấp nhận", en: "Acceptable")
        case .dissatisfied: BilingualText(vi: "Không hài lòng", en: "Dissatisfied")
        }
    }
}
