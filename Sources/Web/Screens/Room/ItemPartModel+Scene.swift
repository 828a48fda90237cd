import Cabinet
import Rules

extension ItemPartModel {
    /// Nil where the viewer can do nothing about the item.
    init?(_ item: AgendaItemView, _ scene: MeetingScene, _ p: Phrases) {
        let t = p.t
        let me = scene.caller.person?.id
        let recused = scene.recusals.filter { $0.item == item.id }
        let url = "\(scene.api)/agenda/\(item.id)"
        partItemId = item.id.text
        recusedNow = recused.contains { $0.user == me }
        partActions = []
        positionMarks = scene.standing.seat && !recusedNow && scene.allows(.positions) ? Self.marks(item, scene, p) : []
        hasPositions = !positionMarks.isEmpty
        positionLines = scene.standing.conducts ? Self.positions(item, scene, p) : []
        let mayApprove = item.awaitsChair && scene.standing.conducts && scene.allows(.agenda)
        lateUrl = mayApprove && !scene.standing.presides ? "\(url)/approve-late" : nil
        if mayApprove, scene.standing.presides {
            partActions.append(ActionModel(label: t("late.approve"), url: "\(url)/approve-late", symbol: "check", tone: "btn"))
        }
        if scene.standing.seat, !recusedNow, scene.allows(.consent), !scene.consent.pulledOut.contains(item.id), scene.polls.allSatisfy({ $0.item != item.id || $0.state != .open }),
            item.kind == .vote
        {
            partActions.append(ActionModel(label: t("consent.pullOut"), url: "\(url)/pull-out", symbol: "out", tone: "btn quiet"))
        }
        if recusedNow, let me, scene.allows(.recusals) {
            partActions.append(ActionModel(label: t("recusal.withdraw"), method: "DELETE", url: "\(url)/recusals/\(me)", tone: "btn quiet"))
        }
        recusalUrl = scene.standing.seat && !recusedNow && scene.allows(.recusals) ? me.map { "\(url)/recusals/\($0)" } : nil
        if scene.standing.conducts, scene.allows(.agenda), item.visibility != .hidden {
            partActions.append(
                ActionModel(
                    label: t(item.isClosed ? "itemAccess.open" : "itemAccess.close"), method: "PUT", url: "\(url)/access", payload: #"{"closed":\#(!item.isClosed)}"#,
                    confirmation: item.isClosed ? nil : t("itemAccess.closeConfirm", ["number": "\(item.label)"]), symbol: "lock", tone: "btn quiet"))
        }
        if scene.standing.secretary, scene.allows(.recusals) {
            let taken = Set(recused.map(\.user))
            recusalRecord = Record(
                recordUrl: "\(url)/recusals/{userId}",
                recordMembers: scene.roster.filter { $0.role.isSeat && !taken.contains($0.user) }.map { OptionModel(value: $0.user.text, label: $0.name, selected: false) })
        }
        if partActions.isEmpty, positionMarks.isEmpty, positionLines.isEmpty, recusalUrl == nil, recusalRecord == nil, lateUrl == nil { return nil }
    }

    private static func marks(_ item: AgendaItemView, _ scene: MeetingScene, _ p: Phrases) -> [MarkModel] {
        let mine = scene.positions.first { $0.item == item.id && $0.user == scene.caller.person?.id }
        let url = "\(scene.api)/agenda/\(item.id)/position"
        func payload(_ stance: ItemStance?, _ speaks: Bool) -> String {
            stance.map { #"{"stance":"\#($0.rawValue)","wantsToSpeak":\#(speaks)}"# } ?? #"{"wantsToSpeak":\#(speaks)}"#
        }
        let speaks = mine?.wantsToSpeak ?? false
        return ItemStance.allCases.map { stance in
            let isSet = mine?.stance == stance
            return MarkModel(
                markUrl: url, markPayload: payload(isSet ? nil : stance, speaks), markWord: p.t("position.\(stance.rawValue)"),
                markSymbol: stance == .agree ? "check" : "cross", marked: isSet)
        } + [MarkModel(markUrl: url, markPayload: payload(mine?.stance, !speaks), markWord: p.t("position.speak"), markSymbol: "hand", marked: speaks)]
    }

    /// "Phản đối: …", "Muốn phát biểu: …", "Chưa cho ý kiến: 9"
    private static func positions(_ item: AgendaItemView, _ scene: MeetingScene, _ p: Phrases) -> [String] {
        let marks = scene.positions.filter { $0.item == item.id }
        guard scene.meeting.type != .circulated, item.kind != .report || !marks.isEmpty else { return [] }
        func names(_ marks: [PositionView]) -> String { marks.map(\.name).joined(separator: ", ") }
        let (objecting, speaking) = (marks.filter { $0.stance == .object }, marks.filter(\.wantsToSpeak))
        let silent = scene.roster.count { $0.role.isSeat } - marks.count { $0.stance != nil }
        return [
            objecting.isEmpty ? "" : p.t("position.objecting", ["names": names(objecting)]),
            speaking.isEmpty ? "" : p.t("position.speaking", ["names": names(speaking)]),
            p.t("position.count", ["agree": "\(marks.count { $0.stance == .agree })", "object": "\(objecting.count)", "silent": "\(silent)"]),
        ].filter { !$0.isEmpty }
    }
}
