import Rules
import Store

/// What of a meeting's agenda one caller may read today. Every list, paper, poll, page of minutes and frame of push asks here.
struct AgendaAccess {
    private let viewer: ItemAccess.Viewer
    private let items: [AgendaItemID: ItemAccess]
    private let recused: Set<AgendaItemID>

    /// - Parameter caller: one who may know of the meeting.
    static func of(_ caller: Caller, in meeting: MeetingRow, _ tx: borrowing Transaction) throws -> AgendaAccess {
        var items: [AgendaItemID: ItemAccess] = [:]
        for row in try tx.rows("SELECT id, visibility, is_closed FROM agenda_item WHERE meeting = \(meeting.id.text) ORDER BY number, id LIMIT \(Agenda.maxItems)") {
            items[row.id("id")] = ItemAccess(visibility: row.choice("visibility"), isClosed: row.bool("is_closed"))
        }
        var recused: Set<AgendaItemID> = []
        if let person = caller.person {
            recused = Set(
                try tx.rows("SELECT item FROM recusal WHERE meeting = \(meeting.id.text) AND account = \(person.id.text) ORDER BY item LIMIT \(Agenda.maxItems)").map {
                    $0.id("item")
                })
        }
        return AgendaAccess(viewer: try Standing.viewer(caller, of: meeting, in: tx), items: items, recused: recused)
    }

    /// One item alone, without reading the agenda: what a ballot needs.
    static func reads(_ item: AgendaItemID?, _ caller: Caller, in meeting: MeetingRow, _ tx: borrowing Transaction) throws -> Bool {
        guard let item else { return true }
        guard let row = try tx.row("SELECT visibility, is_closed FROM agenda_item WHERE id = \(item.text)") else { return false }
        let access = ItemAccess(visibility: row.choice("visibility"), isClosed: row.bool("is_closed"))
        return try access.mayRead(.guest) || access.mayRead(Standing.viewer(caller, of: meeting, in: tx))
    }

    /// What belongs to no item is for everyone of the meeting.
    func reads(_ item: AgendaItemID?) -> Bool {
        guard let item else { return true }
        return items[item]?.mayRead(viewer) ?? false
    }

    func readsPapers(_ item: AgendaItemID?) -> Bool {
        guard let item else { return true }
        return items[item]?.mayReadPapers(viewer, isRecused: recused.contains(item)) ?? false
    }

    /// The same as grants, for push.
    var grants: Set<Grant> {
        Set(items.keys.filter(reads).map(Grant.item)).union(items.keys.filter(readsPapers).map(Grant.papers))
    }
}

extension Audience {
    /// Those who may read the item; what belongs to none is for the whole meeting.
    static func of(_ item: AgendaItemID?, in meeting: MeetingID) -> Audience {
        item.map { Audience(.item($0)) } ?? Audience(.meeting(meeting))
    }

    /// Those who may read the item's papers.
    static func ofPapers(_ item: AgendaItemID?, in meeting: MeetingID) -> Audience {
        item.map { Audience(.papers($0)) } ?? Audience(.meeting(meeting))
    }
}
