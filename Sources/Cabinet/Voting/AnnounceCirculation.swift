public import Rules
public import Store

/// The result of opinions by slip becomes an item of information on the next session's agenda. Who: the clock, once such a session is there.
public struct AnnounceCirculation: Command {
    public static let name: CommandName = "circulation.announce"
    public var circulated: MeetingID
    public var session: MeetingID
    public var item: AgendaItemID
    public init(circulated: MeetingID, session: MeetingID, item: AgendaItemID) {
        self.circulated = circulated
        self.session = session
        self.item = item
    }

    /// What the item is called before the title of the slip.
    static let heading = "Báo cáo kết quả lấy ý kiến bằng phiếu: "

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(circulated), .meeting(session)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        guard caller == .clock else { throw Refusal(.authForbidden, ["needs": "clock"]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let (slip, next) = (try MeetingRow.locked(circulated, in: tx), try MeetingRow.locked(session, in: tx))
        guard slip.isCirculated, slip.closedAt != nil, !next.isCirculated, slip.body == next.body, next.state == .draft || next.state == .convened,
            let circulation = try Circulations.find(circulated, in: tx), circulation.announcedIn == nil
        else { return Done(seq: 0) }
        let title = String((Self.heading + slip.title).prefix(Text.titleLength))
        _ = try AddAgendaItem(id: item, meeting: session, draft: .init(title: title, kind: .report)).perform(act, in: tx)
        try tx.execute("UPDATE circulation SET announced_in = \(session.text) WHERE meeting = \(circulated.text)")
        let fact = CirculationFact(meeting: circulated, announcedIn: session)
        return Done(seq: try tx.record(.circulationAnnounced, in: slip.stream, to: Audience(.meeting(circulated)), fact, by: act))
    }

    /// Closed slips without a place on an agenda, each with the next session of its body.
    static func due(at now: Timestamp, limit: Int, in tx: borrowing Transaction) throws -> [(circulated: MeetingID, session: MeetingID)] {
        try tx.rows(
            """
            SELECT c.meeting AS circulated, (SELECT n.id FROM meeting n WHERE n.body = m.body AND n.type <> 'circulated' AND n.state IN ('draft', 'convened')
              AND n.starts_at >= m.closed_at ORDER BY n.starts_at, n.id LIMIT 1) AS session
            FROM circulation c JOIN meeting m ON m.id = c.meeting WHERE c.announced_in IS NULL AND m.closed_at IS NOT NULL
            ORDER BY m.closed_at, m.id LIMIT \(limit)
            """
        ).compactMap { row in row.optionalID("session", OfMeeting.self).map { (row.id("circulated"), $0) } }
    }
}
