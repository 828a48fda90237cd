import Cabinet
import Foundation
import Rules

extension PrepareAgenda {
    init(_ scene: MeetingScene, _ p: Phrases) {
        let editable = scene.allows(.agenda)
        items = scene.items.map { Item($0, scene, editable: editable, p) }
        orderUrl = editable ? "\(scene.api)/agenda" : nil
        addUrl = editable ? "\(scene.api)/agenda" : nil
        openAdd = scene.items.isEmpty
        blank = Blank(
            kinds: Self.kinds(selected: .discussion, p),
            parents: [OptionModel(value: "", label: p.t("agendaOrder.top"), selected: true)]
                + scene.items.filter { $0.depth + 1 < AgendaOutline.maxLevels }.map { OptionModel(value: $0.id.text, label: "\($0.label). \($0.title)") })
    }

    static func kinds(selected: AgendaItemKind, _ p: Phrases) -> [OptionModel] {
        AgendaItemKind.allCases.map { OptionModel(value: $0.rawValue, label: p.t("kind.\($0.rawValue)"), selected: $0 == selected) }
    }
}

extension PrepareAgenda.Item {
    init(_ item: AgendaItemView, _ scene: MeetingScene, editable: Bool, _ p: Phrases) {
        itemId = item.id.text
        number = "\(item.label)"
        itemTitle = item.title
        itemAsk = item.ask
        kindWord = p.t("kind.\(item.kind.rawValue)")
        submitter = item.submitter
        rapporteur = item.rapporteur
        minutesPlanned = item.minutesPlanned.map { "\($0)" } ?? ""
        parentId = item.parent?.text ?? ""
        depth = "\(item.depth)"
        place = "\(item.place)"
        orderSteps = editable ? Self.steps(item, scene, p) : []
        orderLabel = editable ? p.t("agendaOrder.drag", ["title": item.title]) : nil
        itemActions = editable ? Self.actions(item, scene, p) : []
        editHref = editable ? "\(scene.api)/agenda/\(item.id)" : nil
        editHeading = p.t("agenda.edit", ["number": "\(item.label)"])
        fieldId = "item-\(item.id)"
        kinds = PrepareAgenda.kinds(selected: item.kind, p)
        accessUrl = editable ? "\(scene.api)/agenda/\(item.id)/access" : nil
        accessOptions = ItemVisibility.allCases.map { OptionModel(value: $0.rawValue, label: $0.name[p.language], selected: $0 == item.visibility) }
        itemNote = p.line(
            item.late ? p.t(item.awaitsChair ? "late.waiting" : "agendaItem.late") : nil, item.isClosed ? p.t("itemAccess.closed") : nil,
            item.visibility == .public ? nil : item.visibility.name[p.language])
    }

    private static func actions(_ item: AgendaItemView, _ scene: MeetingScene, _ p: Phrases) -> [ActionModel] {
        let name = ["title": item.title]
        return [
            ActionModel(
                label: p.t("agenda.remove", name), method: "DELETE", url: "\(scene.api)/agenda/\(item.id)", confirmation: p.t("agenda.removeConfirm", name), symbol: "remove")
        ]
    }

    /// Up, down, out, in: always four, so that a finger finds each where it was.
    private static func steps(_ item: AgendaItemView, _ scene: MeetingScene, _ p: Phrases) -> [PrepareAgenda.Step] {
        let siblings = scene.items.filter { $0.parent == item.parent }
        let above = siblings.last { $0.place < item.place }
        let isLast = !siblings.contains { $0.place > item.place }
        let parent = scene.item(item.parent)
        func step(_ name: String, _ symbol: String, _ parent: AgendaItemID?, _ place: Int?, isPossible: Bool) -> PrepareAgenda.Step {
            .init(
                stepName: name, stepLabel: p.t("agendaOrder.\(name)", ["title": item.title]), stepSymbol: symbol, stepUrl: "\(scene.api)/agenda/\(item.id)/place",
                stepPayload: JSONLine.of(Place(parentId: parent, place: place)), stepBlocked: isPossible ? nil : p.t("agendaOrder.\(name)Not"))
        }
        return [
            step("up", "up", item.parent, item.place - 1, isPossible: above != nil), step("down", "down", item.parent, item.place + 1, isPossible: !isLast),
            step("outdent", "left", parent?.parent, parent.map { $0.place + 1 }, isPossible: parent != nil),
            step("indent", "right", above?.id, nil, isPossible: above != nil && item.depth + 1 < AgendaOutline.maxLevels),
        ]
    }

    private struct Place: Encodable {
        var parentId: AgendaItemID?
        var place: Int?
    }
}

/// A value of ours as one line of JSON, for the attribute of a button.
enum JSONLine {
    static func of(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        } catch {
            preconditionFailure("strings and integers always encode: \(error)")
        }
    }
}
