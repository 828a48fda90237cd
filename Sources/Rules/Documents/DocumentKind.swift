/// What a paper is in its dossier. Raw values are the Vietnamese terms, as the secretariat files them.
public enum DocumentKind: String, Codable, Hashable, Sendable, CaseIterable {
    case toTrinh, duThao, thamDinh, baoCao, yKien, phuLuc, thuyetMinh, bienBan, giayMoi, khac

    public var name: BilingualText {
        switch self {
        case .toTrinh: BilingualText(vi: "Tờ trình", en: "Submission")
        case .duThao: BilingualText(vi: "Dự thảo", en: "Draft")
        case .thamDinh: BilingualText(vi: "Báo cáo thẩm định", en: "Appraisal report")
        case .baoCao: BilingualText(vi: "Báo cáo", en: "Report")
        case .yKien: BilingualText(vi: "Văn bản góp ý kiến", en: "Opinion")
        case .phuLuc: BilingualText(vi: "Phụ lục", en: "Annex")
        case .thuyetMinh: BilingualText(vi: "Thuyết minh", en: "Explanatory note")
        case .bienBan: BilingualText(vi: "Biên bản", en: "Minutes")
        case .giayMoi: BilingualText(vi: "Giấy mời", en: "Invitation")
        case .khac: BilingualText(vi: "Tài liệu khác", en: "Other paper")
        }
    }

    /// Whether an agency issues papers of this kind, so that a missing signature is worth a warning; a draft or an annex
    /// without one is as it should be.
    public var requiresSignature: Bool {
        switch self {
        case .toTrinh, .thamDinh, .baoCao, .giayMoi: true
        case .duThao, .yKien, .phuLuc, .thuyetMinh, .bienBan, .khac: false
        }
    }
}
