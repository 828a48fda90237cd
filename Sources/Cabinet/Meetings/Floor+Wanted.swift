import Rules
import Store

extension Floor {
    /// Who marked before the session that he wants to speak on an item, is here and takes part in it, asks for the floor when the item
    /// becomes the current one, in the order of protocol; once: a request he withdrew does not come back.
    static func admitThoseWhoWanted(to item: AgendaItemID, in meeting: MeetingRow, _ act: Act, _ tx: borrowing Transaction) throws {
        let recused = Set(try tx.rows("SELECT account FROM recusal WHERE item = \(item.text) ORDER BY account LIMIT \(PollCount.maximumSeats)").map { $0.id("account", OfUser.self) })
        let here = Set(try Rosters.roster(of: meeting, in: tx).filter { $0.role.isSeat && $0.isPresent }.map(\.user))
        for position in try Positions.list(of: meeting.id, in: tx) where position.item == item && position.wantsToSpeak {
            let user = position.user
            guard here.contains(user), !recused.contains(user) else { continue }
            guard try !tx.exists("SELECT 1 FROM floor_request WHERE meeting = \(meeting.id.text) AND item = \(item.text) AND account = \(user.text)") else { continue }
            // Item and person make the id: asking again finds the same request.
            guard try append(FloorRequestID(trusted: "\(item.text)-\(user.text)"), of: user, on: item, in: meeting, act, tx) else { return }
        }
    }
}
