public import Rules
public import Store

extension Agenda {
    /// Whether the caller may read an item's papers and dossier today: who takes no part in it may not.
    public static func readsPapers(_ item: AgendaItemID, of meeting: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> Bool {
        try AgendaAccess.of(caller, in: try MeetingRow.visible(meeting, to: caller, in: tx), tx).readsPapers(item)
    }

    /// Whether the caller's device may keep what it was shown of an item, or of the meeting as a whole. Members read fast from their cache;
    /// a guest or a substitute may lose the item at any moment, and so may anybody once somebody takes no part in it: there nothing stays
    /// that "Back" could show again.
    public static func mayStayOnDevice(_ item: AgendaItemID?, of meeting: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> Bool {
        let row = try MeetingRow.visible(meeting, to: caller, in: tx)
        switch try Standing.viewer(caller, of: row, in: tx) {
        case .guest: return false
        case .roster:
            if let person = caller.person, try Rosters.line(of: person.id, in: row, tx) == nil { return false }
        case .secretariat, .presiding, .auditor: break
        }
        guard let item else { return true }
        return try !tx.exists("SELECT 1 FROM recusal WHERE item = \(item.text)")
    }
}
