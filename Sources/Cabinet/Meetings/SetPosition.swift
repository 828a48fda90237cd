public import Rules
public import Store

/// A member marks an item before the session: agrees, objects, wants to speak. Chair and secretariat see who. Who: the holder of a
/// seat, for himself.
public struct SetPosition: Command {
    public static let name: CommandName = "position.set"
    public var meeting: MeetingID
    public var item: AgendaItemID
    /// Nil: no opinion yet.
    public var stance: ItemStance?
    public var wantsToSpeak: Bool

    public init(meeting: MeetingID, item: AgendaItemID, stance: ItemStance?, wantsToSpeak: Bool) {
        self.meeting = meeting
        self.item = item
        self.stance = stance
        self.wantsToSpeak = wantsToSpeak
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(meeting)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { try Positions.requireSeat(caller, meeting, item, in: tx) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.positions, type: row.type)
        let user = act.caller.person!.id
        let before = try tx.row("SELECT stance, wants_to_speak FROM item_position WHERE item = \(item.text) AND account = \(user.text)")
        if before?.optionalText("stance") == stance?.rawValue, (before?.bool("wants_to_speak") ?? false) == wantsToSpeak { return Done(seq: 0) }
        try tx.execute(
            """
            INSERT INTO item_position (item, account, stance, wants_to_speak, at) VALUES (\(item.text), \(user.text), \(stance?.rawValue), \(wantsToSpeak), \(act.at.ms))
            ON CONFLICT (item, account) DO UPDATE SET stance = excluded.stance, wants_to_speak = excluded.wants_to_speak, at = excluded.at
            """)
        let fact = PositionFact(item: item, user: user, stance: stance, wantsToSpeak: wantsToSpeak)
        return Done(
            seq: try tx.record(.positionChanged, in: row.stream, to: Audience(.chair(meeting), .secretariat(row.body), .person(user)), fact, by: act))
    }
}

struct PositionFact: Codable, Sendable {
    var item: AgendaItemID
    var user: UserID
    var stance: ItemStance?
    var wantsToSpeak: Bool
}
