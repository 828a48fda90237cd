public import Rules
public import Store

/// Whom an item is for, and whether it is a private part of the session: who may not read it loses it with its papers and polls
/// at once, in lists, on pages already open and in push. Who: visibility the body's secretary, admin; a private part also the
/// presiding person.
public struct SetItemAccess: Command {
    public static let name: CommandName = "item.set-access"
    public var meeting: MeetingID
    public var item: AgendaItemID
    public var visibility: ItemVisibility?
    public var isClosed: Bool?

    public init(meeting: MeetingID, item: AgendaItemID, visibility: ItemVisibility?, isClosed: Bool?) {
        self.meeting = meeting
        self.item = item
        self.visibility = visibility
        self.isClosed = isClosed
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(meeting)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        let row = try MeetingRow.visible(meeting, to: caller, in: tx)
        if visibility == nil {
            try Standing.requireConduct(row, caller, in: tx)
        } else {
            try Standing.requireSecretary(caller, of: row.body, in: tx)
        }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.agenda, type: row.type)
        guard let current = try Agenda.item(item, of: meeting, in: tx) else { throw Refusal(.notFound) }
        let access = ItemAccess(visibility: visibility ?? current.visibility, isClosed: isClosed ?? current.isClosed)
        if access == ItemAccess(visibility: current.visibility, isClosed: current.isClosed) { return Done(seq: 0) }
        try tx.execute(
            "UPDATE agenda_item SET visibility = \(access.visibility.rawValue), is_closed = \(access.isClosed), version = version + 1 WHERE id = \(item.text)")
        try row.touch(in: tx)
        // To all: who loses the item has to hear that he lost it.
        let fact = ItemAccessFact(item: item, visibility: access.visibility, closed: access.isClosed)
        return Done(seq: try tx.record(.itemAccessChanged, in: row.stream, to: Audience(.meeting(meeting)), fact, by: act))
    }
}

struct ItemAccessFact: Codable, Sendable {
    var item: AgendaItemID
    var visibility: ItemVisibility
    var closed: Bool
}
