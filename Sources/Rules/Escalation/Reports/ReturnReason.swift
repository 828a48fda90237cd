/// Why a unit gives a report back (T6).
public enum ReturnReason: String, Codable, Hashable, Sendable, CaseIterable {
    case otherTerritory, otherField, otherUnitHandles

    public var name: BilingualText {
        switch self {
        case .otherTerritory: BilingualText(vi: "Không thuộc địa bàn", en: "Outside its territory")
        case .otherField: BilingualText(vi: "Không thuộc lĩnh vực", en: "Outside its field")
        case .otherUnitHandles: BilingualText(vi: "Đã có đơn vị khác xử lý", en: "Another unit handles it")
        }
    }
}
