/// How far the house has come with the bytes of a paper.
public enum DocumentState: String, Codable, Hashable, Sendable, CaseIterable {
    /// Stored, not yet looked into.
    case processing
    case ready
    /// Stored, but no page can be shown; the bytes can still be had.
    case unreadable
    /// Not a paper this house keeps, or one that may harm its reader.
    case refused

    public var name: BilingualText {
        switch self {
        case .processing: BilingualText(vi: "Đang xử lý", en: "Processing")
        case .ready: BilingualText(vi: "Sẵn sàng", en: "Ready")
        case .unreadable: BilingualText(vi: "Không đọc được", en: "Unreadable")
        case .refused: BilingualText(vi: "Bị từ chối", en: "Refused")
        }
    }
}
