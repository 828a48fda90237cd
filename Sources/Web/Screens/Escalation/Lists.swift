import Rules

/// The lists that forms about reports choose from, in the reader's language.
struct Lists: Sendable {
    let law: ReportLaw
    let p: Phrases

    private var language: Language { p.language }

    /// Wards and communes that exist, by name.
    func wards(selected: UnitID? = nil) -> [OptionModel] {
        units { $0.kind.isLocal }.map { OptionModel(value: $0.id.text, label: $0.name[language], selected: $0.id == selected) }
    }

    /// Categories under their heads.
    func categories(selected: CategoryID? = nil) -> [GroupModel] {
        let all = law.categories.categories.values
        let heads = all.filter { $0.parent == nil }.sorted { Folding.key($0.name[language]) < Folding.key($1.name[language]) }
        return heads.map { head in
            let below = all.filter { $0.code != head.code && law.categories.line(from: $0.code).contains(head.code) }.sorted { Folding.key($0.name[language]) < Folding.key($1.name[language]) }
            return GroupModel(groupName: head.name[language], options: ([head] + below).map { .init(value: $0.code.text, label: $0.name[language], selected: $0.code == selected) })
        }
    }

    /// Units that may be given work, by kind.
    func handlers(selected: UnitID? = nil, without: UnitID? = nil) -> [GroupModel] {
        UnitKind.allCases.filter(\.handles).compactMap { kind in
            let some = units { $0.kind == kind && $0.id != without }
            return some.isEmpty ? nil : GroupModel(groupName: kind.name[language], options: some.map { .init(value: $0.id.text, label: $0.name[language], selected: $0.id == selected) })
        }
    }

    func urgencies(selected: Urgency) -> [OptionModel] { Urgency.allCases.map { .init(value: $0.rawValue, label: $0.name[language], selected: $0 == selected) } }

    func kinds(selected: LegalKind) -> [OptionModel] {
        LegalKind.allCases.filter(\.isInScope).map { .init(value: $0.rawValue, label: $0.name[language], selected: $0 == selected) }
    }

    func name(_ unit: UnitID) -> String { law.forest.name(unit)[language] }
    /// A level of content and the reasons chosen with it.
    func rated(_ level: RatingLevel, _ reasons: [RatingReasonID]) -> String {
        let names = law.policy.ratingReasons.filter { reasons.contains($0.code) }.map { $0.name[p.language] }
        return level.name[p.language] + (names.isEmpty ? "" : " (" + names.joined(separator: "; ") + ")")
    }

    func name(_ category: CategoryID?) -> String? { category.map { law.categories[$0]?.name[language] ?? $0.text } }

    private func units(where isWanted: (UnitRecord) -> Bool) -> [UnitRecord] {
        law.forest.units.values.filter { $0.validTo == nil && isWanted($0) }.sorted { (Folding.key($0.name[language]), $0.id.text) < (Folding.key($1.name[language]), $1.id.text) }
    }
}
