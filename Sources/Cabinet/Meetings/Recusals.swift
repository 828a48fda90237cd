public import Rules
public import Store

/// One member who takes no part in an item.
public struct RecusalView: Sendable, Equatable {
    public var item: AgendaItemID
    public var user: UserID
    public var name: String
    /// For secretariat, presiding person and the member himself; nil for others, and once erased.
    public var reason: String?
    public var at: Timestamp
    /// Declared by the member himself; otherwise the secretary recorded it.
    public var declaredHimself: Bool
}

public enum Recusals {
    /// Recusals of a meeting's items that the caller may read, in the order of items and of protocol.
    public static func list(of id: MeetingID, for caller: Caller, vault: Vault, in tx: borrowing Transaction) throws -> [RecusalView] {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        let access = try AgendaAccess.of(caller, in: meeting, tx)
        let all = try Standing.isSecretary(caller, of: meeting.body, in: tx) || (meeting.presiding != nil && meeting.presiding == caller.person?.id)
        return try list(of: id, vault: vault, in: tx).filter { access.reads($0.item) }.map { view in
            var view = view
            if !all, caller.person?.id != view.user { view.reason = nil }
            return view
        }
    }

    static func list(of id: MeetingID, vault: Vault, in tx: borrowing Transaction) throws -> [RecusalView] {
        var views: [RecusalView] = []
        for row in try tx.rows(
            """
            SELECT recusal.item, recusal.account, recusal.reason, recusal.at, recusal.entered_by, COALESCE(roster.name, account.name) AS name
            FROM recusal JOIN agenda_item ON agenda_item.id = recusal.item JOIN account ON account.id = recusal.account
              LEFT JOIN roster ON roster.meeting = recusal.meeting AND roster.account = recusal.account
              LEFT JOIN body_member ON body_member.account = recusal.account AND body_member.body = (SELECT body FROM meeting WHERE meeting.id = recusal.meeting)
            WHERE recusal.meeting = \(id.text) ORDER BY agenda_item.number, COALESCE(roster.sort_order, body_member.sort_order), recusal.account LIMIT \(PollCount.maximumSeats)
            """)
        {
            let user: UserID = row.id("account")
            views.append(
                RecusalView(
                    item: row.id("item"), user: user, name: row.text("name"), reason: try row.optionalText("reason").flatMap { try vault.open($0, in: tx) },
                    at: row.time("at"), declaredHimself: row.text("entered_by") == "person:\(user)"))
        }
        return views
    }

    static func mayEnter(_ meeting: MeetingID, _ user: UserID, _ caller: Caller, in tx: borrowing Transaction) throws {
        let row = try MeetingRow.visible(meeting, to: caller, in: tx)
        if caller.person?.id == user, try Rosters.line(of: user, in: row, tx)?.role.isSeat == true { return }
        try Standing.requireSecretary(caller, of: row.body, in: tx)
    }

    static func mayChange(_ item: AgendaItemID, of meeting: MeetingRow, for caller: Caller, in tx: borrowing Transaction) throws {
        try meeting.state.require(.recusals, type: meeting.type)
        guard try Agenda.item(item, of: meeting.id, in: tx) != nil, try AgendaAccess.reads(item, caller, in: meeting, tx) else { throw Refusal(.notFound) }
    }
}
