/// What an answer says was done. Messages to the citizen follow it, never the name of the state.
public enum AnswerOutcome: String, Codable, Hashable, Sendable, CaseIterable {
    case resolved, partlyResolved, planned, outOfScope, unfounded, duplicate

    public var name: BilingualText {
        switch self {
        case .resolved: BilingualText(vi: "Đã xử lý xong", en: "Resolved")
        case .partlyResolved: BilingualText(vi: "Xử lý một phần", en: "Partly resolved")
        case .planned: BilingualText(vi: "Đã lập kế hoạch", en: "Planned")
        case .outOfScope: BilingualText(vi: "Không thuộc phạm vi", en: "Out of scope")
        case .unfounded: BilingualText(vi: "Không có căn cứ", en: "Unfounded")
        case .duplicate: BilingualText(vi: "Trùng", en: "Duplicate")
        }
    }
}
