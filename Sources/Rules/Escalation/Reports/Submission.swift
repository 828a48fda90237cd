/// What comes in (T1). The text is looked at, never kept in `Report`.
public struct Submission: Hashable, Sendable {
    public var channel: Channel
    public var legalKind: LegalKind
    public var category: CategoryID?
    public var urgency: Urgency
    public var text: String
    public var hasPhoto: Bool
    public var hasPoint: Bool
    public var address: String?
    public var place: UnitID?
    public var isCollective: Bool
    /// Reports of the same thing were looked for, and those found were shown.
    public var duplicatesShown: Bool

    public init(
        channel: Channel, legalKind: LegalKind, category: CategoryID? = nil, urgency: Urgency = .normal, text: String, hasPhoto: Bool = false, hasPoint: Bool = false,
        address: String? = nil, place: UnitID? = nil, isCollective: Bool = false, duplicatesShown: Bool
    ) {
        self.channel = channel
        self.legalKind = legalKind
        self.category = category
        self.urgency = urgency
        self.text = text
        self.hasPhoto = hasPhoto
        self.hasPoint = hasPoint
        self.address = address
        self.place = place
        self.isCollective = isCollective
        self.duplicatesShown = duplicatesShown
    }

    /// Every guard of T1 that is not met. Pointers `/legalKind`, `/text`, `/address`, `/place`, `/category`, `/duplicatesShown`.
    public func faults(under law: ReportLaw) -> [Refusal.Field] {
        var faults: [Refusal.Field] = []
        if !legalKind.isInScope { faults.append(.init(pointer: "/legalKind", reason: "report.other-door", parameters: ["kind": legalKind.rawValue])) }
        let count = Syllables.count(text)
        if !hasPhoto && count < law.policy.minimumSubmissionSyllables {
            faults.append(
                .init(
                    pointer: "/text", reason: Syllables.isBlank(text) ? "field.required" : "report.too-short",
                    parameters: ["count": "\(count)", "needed": "\(law.policy.minimumSubmissionSyllables)"]))
        }
        if text.count > law.policy.maximumText { faults.append(.init(pointer: "/text", reason: "field.too-long", parameters: ["limit": "\(law.policy.maximumText)"])) }
        if !hasPoint && (address.map(Syllables.isBlank) ?? true) { faults.append(.init(pointer: "/address", reason: "report.place-needed")) }
        if let place, law.forest[place]?.kind.isLocal != true { faults.append(.init(pointer: "/place", reason: "unit.unknown", parameters: ["unit": place.text])) }
        if let category, law.categories[category] == nil { faults.append(.init(pointer: "/category", reason: "category.unknown", parameters: ["category": category.text])) }
        if !duplicatesShown { faults.append(.init(pointer: "/duplicatesShown", reason: "report.duplicates-not-shown")) }
        return faults
    }
}
