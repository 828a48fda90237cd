public import Rules
public import Store

/// One member's mark on an item.
public struct PositionView: Sendable, Equatable {
    public var item: AgendaItemID
    public var user: UserID
    public var name: String
    public var stance: ItemStance?
    public var wantsToSpeak: Bool
}

public enum Positions {
    /// Everybody's marks for chair and secretariat, his own for a member; in the order of items and of protocol.
    public static func list(of id: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> [PositionView] {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        let all = try Invitations.sees(meeting, caller, in: tx)
        let access = try AgendaAccess.of(caller, in: meeting, tx)
        return try list(of: id, in: tx).filter { access.reads($0.item) && (all || $0.user == caller.person?.id) }
    }

    static func list(of id: MeetingID, in tx: borrowing Transaction) throws -> [PositionView] {
        try tx.rows(
            """
            SELECT p.item, p.account, p.stance, p.wants_to_speak, COALESCE(roster.name, account.name) AS name
            FROM item_position p JOIN agenda_item ON agenda_item.id = p.item JOIN account ON account.id = p.account
              LEFT JOIN roster ON roster.meeting = agenda_item.meeting AND roster.account = p.account
              LEFT JOIN body_member ON body_member.account = p.account AND body_member.body = (SELECT body FROM meeting WHERE meeting.id = agenda_item.meeting)
            WHERE agenda_item.meeting = \(id.text) ORDER BY agenda_item.number, COALESCE(roster.sort_order, body_member.sort_order), p.account LIMIT \(PollCount.maximumSeats)
            """
        ).map {
            PositionView(
                item: $0.id("item"), user: $0.id("account"), name: $0.text("name"), stance: $0.optionalText("stance").flatMap(ItemStance.init(rawValue:)),
                wantsToSpeak: $0.bool("wants_to_speak"))
        }
    }

    /// A seat in the roster that may read the item.
    static func requireSeat(_ caller: Caller, _ id: MeetingID, _ item: AgendaItemID, in tx: borrowing Transaction) throws {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        guard try Agenda.item(item, of: id, in: tx) != nil, try AgendaAccess.reads(item, caller, in: meeting, tx) else { throw Refusal(.notFound) }
        guard let person = caller.person, try Rosters.line(of: person.id, in: meeting, tx)?.role.isSeat == true else {
            throw Refusal(.authForbidden, ["needs": "seat"])
        }
        // Who takes no part in an item has no say in how it is put.
        guard try !tx.exists("SELECT 1 FROM recusal WHERE item = \(item.text) AND account = \(person.id.text)") else {
            throw Refusal(.authForbidden, ["needs": "part"])
        }
    }
}
