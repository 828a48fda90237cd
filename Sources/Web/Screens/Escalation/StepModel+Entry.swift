import Cabinet
import Rules

extension StepModel {
    /// The way of a report, oldest first; the last step is where it stands.
    static func steps(_ timeline: [TimelineEntry], _ lists: Lists) -> [StepModel] {
        timeline.map { StepModel($0, isLast: $0.seq == timeline.last?.seq, lists) }
    }

    init(_ entry: TimelineEntry, isLast: Bool, _ lists: Lists) {
        let p = lists.p
        stepKey = "\(entry.seq)"
        stepClass = entry.kind == .late ? "late" : isLast ? "now" : entry.told == nil ? "inside" : ""
        stepISO = entry.at.rfc3339
        stepWhen = entry.at.text(.day, in: p.language)
        stepText = entry.told?.sentence(in: p.language, name: lists.law.forest.name) ?? Self.inside(entry, lists)
        let who = entry.actor.map { p.t("desk.stepBy", ["unit": lists.name(entry.fromUnit ?? entry.holder), "name": $0]) }
        stepNote = [who, entry.rule.map { p.t("desk.rule", ["rule": $0.text]) }, entry.note].compactMap { $0 }.joined(separator: " · ").nonEmpty
    }

    /// A step of which the citizen is told nothing: what it was, and to whom.
    private static func inside(_ entry: TimelineEntry, _ lists: Lists) -> String {
        let name = entry.kind.name[lists.p.language]
        guard let to = entry.toUnit, to != entry.fromUnit else { return name }
        return "\(name) → \(lists.name(to))"
    }
}

extension String {
    /// Nil where there is nothing to show.
    var nonEmpty: String? { isEmpty ? nil : self }
}
