import Cabinet
import Foundation
import Rules

extension PrepareAgenda {
    init(_ scene: MeetingScene, _ p: Phrases) {
        let editable = scene.allows(.agenda)
        items = scene.items.map { Item($0, scene, editable: editable, p) }
        addUrl = editable ? "\(scene.api)/agenda" : nil
        openAdd = scene.items.isEmpty
        blank = Blank(kinds: Self.kinds(selected: .discussion, p))
    }

    static func kinds(selected: AgendaItemKind, _ p: Phrases) -> [OptionModel] {
        AgendaItemKind.allCases.map { OptionModel(value: $0.rawValue, label: p.t("kind.\($0.rawValue)"), selected: $0 == selected) }
    }
}

extension PrepareAgenda.Item {
    init(_ item: AgendaItemView, _ scene: MeetingScene, editable: Bool, _ p: Phrases) {
        itemId = item.id.text
        number = "\(item.number)"
        itemTitle = item.title
        itemAsk = item.ask
        kindWord = p.t("kind.\(item.kind.rawValue)")
        submitter = item.submitter
        rapporteur = item.rapporteur
        minutesPlanned = item.minutesPlanned.map { "\($0)" } ?? ""
        itemActions = editable ? Self.actions(item, scene, p) : []
        editHref = editable ? "\(scene.api)/agenda/\(item.id)" : nil
        editHeading = p.t("agenda.edit", ["number": "\(item.number)"])
        fieldId = "item-\(item.id)"
        kinds = PrepareAgenda.kinds(selected: item.kind, p)
        accessUrl = editable ? "\(scene.api)/agenda/\(item.id)/access" : nil
        accessOptions = ItemVisibility.allCases.map { OptionModel(value: $0.rawValue, label: $0.name[p.language], selected: $0 == item.visibility) }
        itemNote = p.line(
            item.late ? p.t(item.awaitsChair ? "late.waiting" : "agendaItem.late") : nil, item.isClosed ? p.t("itemAccess.closed") : nil,
            item.visibility == .public ? nil : item.visibility.name[p.language])
    }

    private static func actions(_ item: AgendaItemView, _ scene: MeetingScene, _ p: Phrases) -> [ActionModel] {
        let url = "\(scene.api)/agenda/\(item.id)"
        let name = ["title": item.title]
        var actions: [ActionModel] = []
        if item.number > 1 {
            actions.append(ActionModel(label: p.t("agenda.moveUp", name), method: "PUT", url: url, payload: Place(item, item.number - 1).json, symbol: "up"))
        }
        if item.number < scene.items.count {
            actions.append(ActionModel(label: p.t("agenda.moveDown", name), method: "PUT", url: url, payload: Place(item, item.number + 1).json, symbol: "down"))
        }
        actions.append(
            ActionModel(label: p.t("agenda.remove", name), method: "DELETE", url: url, confirmation: p.t("agenda.removeConfirm", name), symbol: "remove"))
        return actions
    }

    /// Moving an item sends it whole, with its new number.
    private struct Place: Encodable {
        var title: String
        var kind: String
        var ask: String
        var submitter: String
        var rapporteur: String
        var minutesPlanned: Int?
        var number: Int

        init(_ item: AgendaItemView, _ number: Int) {
            title = item.title
            kind = item.kind.rawValue
            ask = item.ask
            submitter = item.submitter
            rapporteur = item.rapporteur
            minutesPlanned = item.minutesPlanned
            self.number = number
        }

        var json: String { JSONLine.of(self) }
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
