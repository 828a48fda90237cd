/// What kind of body a unit is.
public enum UnitKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// The leaders of the city's People's Committee.
    case leadership
    /// The Office of the People's Committee, which gathers what goes up to leadership and settles disputes on competence.
    case office
    /// The public-service centre, which receives reports.
    case serviceCentre
    case department
    /// A public-utility company.
    case utility
    case ward, commune, township
    /// Abolished on 30 June 2025; kept for what was handled before.
    case district
    /// A part of another unit.
    case division

    public var name: BilingualText {
        switch self {
        case .leadership: BilingualText(vi: "Lãnh đạo Thành phố", en: "City leadership")
        case .office: BilingualText(vi: "Văn phòng UBND", en: "Office of the People's Committee")
        case .serviceCentre: BilingualText(vi: "Trung tâm Phục vụ hành chính công", en: "Public-service centre")
        case .department: BilingualText(vi: "Sở, ngành", en: "Department")
        case .utility: BilingualText(vi: "Doanh nghiệp công ích", en: "Public-utility company")
        case .ward: BilingualText(vi: "Phường", en: "Ward")
        case .commune: BilingualText(vi: "Xã", en: "Commune")
        case .township: BilingualText(vi: "Thị trấn", en: "Township")
        case .district: BilingualText(vi: "Quận, huyện", en: "District")
        case .division: BilingualText(vi: "Phòng, ban", en: "Division")
        }
    }

    /// Whether it has a territory of its own at the lowest level.
    public var isLocal: Bool { self == .ward || self == .commune || self == .township }

    /// Whether it takes in reports and hands them out.
    public var receives: Bool { self == .serviceCentre || self == .office }

    /// Whether a report may be assigned to it for handling.
    public var handles: Bool { self != .leadership && self != .serviceCentre }
}
