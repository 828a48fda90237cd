/// On what ground a meeting is called, and the law of its type.
struct ConveningModel: Sendable {
    var conveningUrl: String
    /// "Thành viên yêu cầu: 8/22, cần 8"
    var conveningLine: String
    /// Deadline of the papers, source, and whether the legal unit confirmed it.
    var conveningSource: String
    var conveningEditable: Bool
    var conveningGrounds: [OptionModel]
    var conveningNote: String
    var conveningMembers: [OptionModel]
}
