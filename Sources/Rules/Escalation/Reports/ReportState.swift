/// Where a report stands (contract §6). Reopening is an event, not a state.
public enum ReportState: String, Codable, Hashable, Sendable, CaseIterable {
    case draft, received, accepted, assigned, inProgress, awaitingInformation, coordinating
    case beyondAuthority, awaitingLeadership, directed, onAgenda, concluded
    case answerPending, answered, closed, rejected, duplicate

    /// The Vietnamese code of the contract.
    public var code: String {
        switch self {
        case .draft: "nhap"
        case .received: "cho_tiep_nhan"
        case .accepted: "da_tiep_nhan"
        case .assigned: "da_phan_cong"
        case .inProgress: "dang_xu_ly"
        case .awaitingInformation: "cho_bo_sung"
        case .coordinating: "phoi_hop"
        case .beyondAuthority: "vuot_tham_quyen"
        case .awaitingLeadership: "cho_lanh_dao"
        case .directed: "da_chi_dao"
        case .onAgenda: "cho_hop"
        case .concluded: "da_ket_luan"
        case .answerPending: "cho_duyet_tra_loi"
        case .answered: "da_tra_loi"
        case .closed: "dong"
        case .rejected: "tu_choi"
        case .duplicate: "trung"
        }
    }

    public var name: BilingualText {
        switch self {
        case .draft: BilingualText(vi: "Nháp", en: "Draft")
        case .received: BilingualText(vi: "Chờ tiếp nhận", en: "Awaiting receipt")
        case .accepted: BilingualText(vi: "Đã tiếp nhận", en: "Accepted")
        case .assigned: BilingualText(vi: "Đã phân công", en: "Assigned")
        case .inProgress: BilingualText(vi: "Đang xử lý", en: "In progress")
        case .awaitingInformation: BilingualText(vi: "Chờ bổ sung thông tin", en: "Awaiting information")
        case .coordinating: BilingualText(vi: "Đang phối hợp", en: "Consulting")
        case .beyondAuthority: BilingualText(vi: "Vượt thẩm quyền, đang tổng hợp", en: "Beyond authority, being gathered")
        case .awaitingLeadership: BilingualText(vi: "Chờ lãnh đạo", en: "Awaiting leadership")
        case .directed: BilingualText(vi: "Đã chỉ đạo", en: "Directed")
        case .onAgenda: BilingualText(vi: "Chờ họp", en: "On an agenda")
        case .concluded: BilingualText(vi: "Đã kết luận", en: "Concluded")
        case .answerPending: BilingualText(vi: "Chờ duyệt trả lời", en: "Answer awaiting approval")
        case .answered: BilingualText(vi: "Đã trả lời", en: "Answered")
        case .closed: BilingualText(vi: "Đóng", en: "Closed")
        case .rejected: BilingualText(vi: "Từ chối", en: "Rejected")
        case .duplicate: BilingualText(vi: "Trùng", en: "Duplicate")
        }
    }

    /// Whether somebody still owes the citizen something.
    public var isOpen: Bool {
        switch self {
        case .draft, .answered, .closed, .rejected, .duplicate: false
        default: true
        }
    }
}
