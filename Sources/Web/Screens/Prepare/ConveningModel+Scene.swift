import Cabinet
import Rules

extension ConveningModel {
    init(_ scene: MeetingScene, _ p: Phrases) {
        let t = p.t
        let view = scene.convening
        let seats = scene.roster.filter { $0.role.isSeat }
        let grounds = view.rule?.grounds ?? ConveningGround.allCases
        conveningUrl = "\(scene.api)/convening"
        let counted = view.needed.map { t("convening.counted", ["signers": "\(view.requestedBy.count)", "members": "\(seats.count)", "needed": "\($0)"]) }
        conveningLine = p.line(
            view.ground.map { view.isAssumed ? t("convening.assumed", ["ground": $0.name[p.language]]) : $0.name[p.language] } ?? t("convening.usual", ["ground": grounds.first?.name[p.language] ?? ""]), counted,
            view.requestedByNames.isEmpty ? nil : view.requestedByNames.joined(separator: ", "), view.note)
        conveningSource = p.line(
            view.rule.flatMap { $0.documentDays > 0 ? t("convening.deadline", ["days": "\($0.documentDays)"]) : nil }, view.rule?.source,
            view.rule?.status == .unconfirmed ? t("poll.ruleUnconfirmed") : nil)
        conveningEditable = scene.allows(.particulars)
        conveningGrounds = grounds.map { OptionModel(value: $0.rawValue, label: $0.name[p.language], selected: $0 == view.ground) }
        conveningNote = view.note
        conveningMembers = seats.map { OptionModel(value: $0.user.text, label: $0.name, selected: view.requestedBy.contains($0.user)) }
    }
}
