/// The rules of competence over one tree of units: the same question always has the same answer, and every answer names its rule.
public struct CompetenceTable: Sendable {
    public let rules: [CompetenceRule]
    public let forest: UnitForest
    public let categories: CategoryTree

    public init(rules: [CompetenceRule], forest: UnitForest, categories: CategoryTree) {
        self.rules = rules.sorted { $0.id < $1.id }
        self.forest = forest
        self.categories = categories
    }

    public func rule(_ id: CompetenceRuleID) -> CompetenceRule? { rules.first { $0.id == id } }

    /// Who may handle, take part in and decide the matter, each unit and level once.
    ///
    /// Handlers first, then those who take part, then those who decide; within a level the rule nearest to the category first, then by unit.
    /// A rule whose limits the estimates exceed does not answer.
    public func competent(_ question: CompetenceQuestion) -> [Competent] {
        let line = categories.line(from: question.category)
        var found: [Key: Finding] = [:]
        for rule in rules where rule.holds(on: question.date) {
            guard let distance = distance(of: rule, on: line) else { continue }
            let isExceeded = isExceeded(rule.limits, by: question)
            for unit in units(of: rule, at: question.place) where forest[unit]?.exists(on: question.date) == true {
                let key = Key(unit: unit, level: rule.level)
                // A wider rule never lifts the limit of a nearer one.
                if let known = found[key], known.distance < distance || (known.distance == distance && (!known.isExceeded || isExceeded)) { continue }
                found[key] = Finding(unit: unit, rule: rule, distance: distance, isExceeded: isExceeded)
            }
        }
        return found.values.filter { !$0.isExceeded }.sorted { a, b in
            (a.rule.level.rank, a.distance, a.unit.text) < (b.rule.level.rank, b.distance, b.unit.text)
        }.map { Competent(unit: $0.unit, level: $0.rule.level, rule: $0.rule.id, why: why($0.unit, $0.rule), status: $0.rule.status) }
    }

    /// Whether the unit may handle the matter, and by which rule.
    public func handles(_ unit: UnitID, _ question: CompetenceQuestion) -> Competent? {
        competent(question).first { $0.unit == unit && $0.level == .handle }
    }

    /// How far the unit's own competence to handle reaches, nearest category first.
    public func ownLimits(of unit: UnitID, _ question: CompetenceQuestion) -> [OwnLimit] {
        let line = categories.line(from: question.category)
        let applying = rules.compactMap { rule -> (CompetenceRule, Int)? in
            guard rule.level == .handle, rule.holds(on: question.date), let distance = distance(of: rule, on: line),
                units(of: rule, at: question.place).contains(unit)
            else { return nil }
            return (rule, distance)
        }
        return applying.sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }.map { rule, _ in
            let hasEstimate = (rule.limits.moneyVND != nil && question.moneyVND != nil) || (rule.limits.areaM2 != nil && question.areaM2 != nil)
            return OwnLimit(
                rule: rule.id, limits: rule.limits, legalBasis: rule.legalBasis, status: rule.status, sentence: limitSentence(rule, unit),
                isExceeded: hasEstimate ? isExceeded(rule.limits, by: question) : nil)
        }
    }

    /// The unit one level up for matters of a category: from a territory to the department that handles or decides in the field, from there
    /// to the Office, from the Office to leadership.
    public func nextLevel(above unit: UnitID, category: CategoryID, place: UnitID?, date: CivilDate) -> UnitID {
        guard let record = forest[unit], unit != forest.office else { return forest.leadership }
        switch record.kind {
        case .ward, .commune, .township, .division, .utility, .district:
            // A tree that still has a level between goes up through it.
            if let parent = record.parent, let above = forest[parent], above.kind == .district || above.kind == .department { return parent }
            let departments = competent(CompetenceQuestion(category: category, place: place, date: date)).filter { forest[$0.unit]?.kind == .department && $0.unit != unit }
            return departments.first { $0.level != .coordinate }?.unit ?? forest.office
        case .department, .serviceCentre: return forest.office
        case .office, .leadership: return forest.leadership
        }
    }

    private struct Key: Hashable {
        var unit: UnitID
        var level: CompetenceRule.Level
    }

    private struct Finding {
        var unit: UnitID
        var rule: CompetenceRule
        var distance: Int
        var isExceeded: Bool
    }

    /// Steps from the category asked for up to the rule's; a rule for everything is furthest.
    private func distance(of rule: CompetenceRule, on line: [CategoryID]) -> Int? {
        guard let category = rule.category else { return line.isEmpty ? nil : line.count }
        return line.firstIndex(of: category)
    }

    private func units(of rule: CompetenceRule, at place: UnitID?) -> [UnitID] {
        let named: [UnitID]
        if let unit = rule.unit {
            named = [unit]
        } else if let kind = rule.kind {
            // For territories only those over the place matter; looking them up spares a pass over all units.
            if rule.area == .ownTerritory {
                guard let place else { return [] }
                return forest.line(from: place).filter { forest[$0]?.kind == kind }
            }
            named = forest.units.values.filter { $0.kind == kind }.map(\.id)
        } else {
            return []
        }
        guard rule.area == .ownTerritory else { return named }
        guard let place else { return [] }
        return named.filter { forest.isAtOrAbove($0, place) }
    }

    private func isExceeded(_ limits: CompetenceRule.Limits, by question: CompetenceQuestion) -> Bool {
        if let limit = limits.moneyVND, let money = question.moneyVND, money > limit { return true }
        if let limit = limits.areaM2, let area = question.areaM2, area > limit { return true }
        return false
    }
}
