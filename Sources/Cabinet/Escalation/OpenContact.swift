public import Rules
public import Store

/// Somebody opens name, telephone and mail address of a reporter. It is written down; then they are shown to him for a while. Nothing of them is in the fact.
/// Who: officers of the unit that holds or handled it, the reception. Refuses `not-found` where no contact was left or it was erased.
public struct OpenContact: Command {
    public static let name: CommandName = "report.open-contact"
    /// How long it stays shown to who opened it.
    public static let shownSeconds: Int64 = 15 * 60
    public var id: ReportID

    public init(id: ReportID) { self.id = id }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.report(id)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        let row = try ReportRow.visible(id, to: caller, in: tx)
        guard ReportStanding.handles(row, try ReportStanding.of(caller, in: tx)) else { throw Refusal(.reportForbidden, ["action": "open-contact", "unit": row.report.holder.text]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try ReportRow.locked(id, in: tx)
        guard let contact = row.contact, try act.vault.open(contact, in: tx) != nil, let person = act.caller.person, let unit = try ReportStanding.of(act.caller, in: tx).unit else {
            throw Refusal(.notFound)
        }
        let seq = try tx.record(.reportContactOpened, in: row.stream, to: Audience(.report(id)), ContactFact(report: id, unit: unit), by: act)
        try tx.execute("INSERT INTO contact_access (report, seq, account, unit, at) VALUES (\(id.text), \(seq), \(person.id.text), \(unit.text), \(act.at.ms))")
        return Done(seq: seq)
    }
}

struct ContactFact: Codable, Sendable {
    var report: ReportID
    var unit: UnitID
}
