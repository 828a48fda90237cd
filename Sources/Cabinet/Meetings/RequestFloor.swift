public import Rules
public import Store

/// A person asks to speak on the current item, or on one he names; before the session on an item to come. Once at a time. Who: the
/// roster, substitutes and the invited, for themselves.
public struct RequestFloor: Command {
    public struct Receipt: Codable, Sendable { public var id: FloorRequestID }
    public static let name: CommandName = "floor.request"
    public var id: FloorRequestID
    public var meeting: MeetingID
    /// Nil: the current item.
    public var item: AgendaItemID?

    public init(id: FloorRequestID, meeting: MeetingID, item: AgendaItemID?) {
        self.id = id
        self.meeting = meeting
        self.item = item
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(meeting)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        let row = try MeetingRow.visible(meeting, to: caller, in: tx)
        guard let person = caller.person, try Standing.takesPart(person.id, in: row, tx) else { throw Refusal(.authForbidden, ["needs": "roster"]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.floorRequests, type: row.type)
        let user = act.caller.person!.id
        let item = self.item ?? row.currentItem
        guard try item == nil || (Agenda.item(item!, of: meeting, in: tx) != nil && AgendaAccess.reads(item, act.caller, in: row, tx)) else {
            throw Refusal.invalid("/itemId", "field.unknown-item", ["id": item!.text])
        }
        let waiting = try Floor.entries(of: meeting, where: "f.account = \(user.text) AND f.state IN ('waiting', 'speaking', 'paused')", in: tx)
        if let same = waiting.first(where: { $0.item == item }) { return Receipt(id: same.id) }
        guard try !Floor.floor(of: meeting, in: tx).isClosed else { throw Refusal(.floorClosed) }
        guard try Floor.append(id, of: user, on: item, in: row, act, tx) else {
            throw Refusal.invalid("/itemId", "field.too-many", ["limit": "\(Floor.maxRequests)"])
        }
        return Receipt(id: id)
    }
}
