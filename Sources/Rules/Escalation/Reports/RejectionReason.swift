/// Why the reception rejects a report, from a list; each names who is right instead.
public enum RejectionReason: String, Codable, Hashable, Sendable, CaseIterable {
    case complaint, denunciation, secret, otherProvince, unclear, inCourt, fabricated

    /// The legal kind it is in truth, for what has a door of its own.
    public var legalKind: LegalKind? {
        switch self {
        case .complaint: .complaint
        case .denunciation: .denunciation
        case .secret: .secret
        case .otherProvince, .unclear, .inCourt, .fabricated: nil
        }
    }

    public var name: BilingualText {
        switch self {
        case .complaint: BilingualText(vi: "Nội dung là khiếu nại", en: "It is a complaint against a decision")
        case .denunciation: BilingualText(vi: "Nội dung là tố cáo", en: "It is a denunciation")
        case .secret: BilingualText(vi: "Có nội dung bí mật nhà nước", en: "It holds state secrets")
        case .otherProvince: BilingualText(vi: "Không thuộc địa bàn Thành phố", en: "It lies outside the city")
        case .unclear: BilingualText(vi: "Không rõ nội dung, địa điểm", en: "Matter or place cannot be made out")
        case .inCourt: BilingualText(vi: "Đang được tòa án hoặc cơ quan điều tra giải quyết", en: "It is before a court or an investigator")
        case .fabricated: BilingualText(vi: "Dùng ảnh trên mạng hoặc ảnh chỉnh sửa", en: "It uses photos from the internet or edited ones")
        }
    }
}
