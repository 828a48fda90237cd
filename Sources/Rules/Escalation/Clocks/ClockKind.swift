/// What a clock measures. Several run for one report, each for itself: one never speaks for another.
public enum ClockKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// Until the reception has accepted or rejected.
    case receive
    /// Until the handling unit has answered.
    case process
    /// Until a unit that was asked has replied.
    case coordinate
    /// Until leadership has decided.
    case leaderDecide
    /// Until the lead unit has done what was directed or concluded.
    case conclusionTask
    /// From receipt to the answer, whatever happens between; never stopped on the way.
    case citizenAnswer
    /// Until an urgent escalation sent in short form is completed.
    case dossier

    public var name: BilingualText {
        switch self {
        case .receive: BilingualText(vi: "Tiếp nhận", en: "Receipt")
        case .process: BilingualText(vi: "Xử lý", en: "Handling")
        case .coordinate: BilingualText(vi: "Phối hợp", en: "Consultation")
        case .leaderDecide: BilingualText(vi: "Lãnh đạo quyết định", en: "Leadership's decision")
        case .conclusionTask: BilingualText(vi: "Thực hiện chỉ đạo, kết luận", en: "Carrying out the direction")
        case .citizenAnswer: BilingualText(vi: "Trả lời người dân", en: "Answer to the citizen")
        case .dossier: BilingualText(vi: "Hoàn thiện hồ sơ báo cáo", en: "Completing the dossier")
        }
    }
}
