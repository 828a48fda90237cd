/// What a submission is in law. Complaints, denunciations and secrets have doors of their own and are never handled as reports.
public enum LegalKind: String, Codable, Hashable, Sendable, CaseIterable {
    case onTheSpot, regulation, waste, initiative
    case complaint, denunciation, secret

    public var isInScope: Bool {
        switch self {
        case .onTheSpot, .regulation, .waste, .initiative: true
        case .complaint, .denunciation, .secret: false
        }
    }

    public var name: BilingualText {
        switch self {
        case .onTheSpot: BilingualText(vi: "Phản ánh hiện trường", en: "Report from the spot")
        case .regulation: BilingualText(vi: "Phản ánh, kiến nghị về quy định hành chính", en: "Report on an administrative regulation")
        case .waste: BilingualText(vi: "Phản ánh hành vi lãng phí", en: "Report of waste")
        case .initiative: BilingualText(vi: "Sáng kiến xây dựng Thủ đô", en: "Initiative for the capital")
        case .complaint: BilingualText(vi: "Khiếu nại", en: "Complaint against a decision")
        case .denunciation: BilingualText(vi: "Tố cáo", en: "Denunciation")
        case .secret: BilingualText(vi: "Bí mật nhà nước", en: "State secret")
        }
    }

    /// Where to go instead, for what is not in scope.
    public var rightDoor: BilingualText? {
        switch self {
        case .complaint:
            BilingualText(
                vi: "Khiếu nại gửi cơ quan đã ra quyết định hoặc có hành vi hành chính bị khiếu nại (Luật Khiếu nại).",
                en: "A complaint goes to the authority that made the decision or acted (Law on Complaints).")
        case .denunciation:
            BilingualText(
                vi: "Tố cáo gửi Thanh tra Thành phố hoặc cơ quan có thẩm quyền; danh tính người tố cáo được bảo vệ (Luật Tố cáo).",
                en: "A denunciation goes to the City Inspectorate or the competent authority; your identity is protected there (Law on Denunciations).")
        case .secret:
            BilingualText(
                vi: "Thông tin bí mật nhà nước không gửi qua hệ thống này; liên hệ trực tiếp cơ quan có thẩm quyền.",
                en: "State secrets may not be sent through this system; speak to the competent authority in person.")
        case .onTheSpot, .regulation, .waste, .initiative: nil
        }
    }
}
