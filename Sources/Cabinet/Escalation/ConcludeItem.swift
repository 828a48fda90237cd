public import Rules
public import Store

/// A task of a conclusion, as it is given.
public struct NewActionItem: Sendable, Equatable {
    public var id: ActionItemID
    public var title: String
    public var leadUnit: UnitID?
    public var coUnits: [UnitID]
    public var due: Timestamp?

    public init(id: ActionItemID, title: String, leadUnit: UnitID?, coUnits: [UnitID] = [], due: Timestamp?) {
        self.id = id
        self.title = title
        self.leadUnit = leadUnit
        self.coUnits = coUnits
        self.due = due
    }
}

/// T15: the conclusion on an item is signed, with its tasks; the reports of its escalations follow (invariants i and ii). One conclusion an item.
///
/// `text` is for those who carry it out; `publicText` is shown to citizens once released. Who: the presiding person, or the body's secretary on his behalf.
/// Refuses `escalation.incomplete` naming fields: no task where the item carries an escalation, a poll that is not over, a task without lead or date.
public struct ConcludeItem: Command {
    public struct Receipt: Codable, Sendable {
        public var id: ConclusionID
        public var tasks: [ActionItemID]
    }
    public static let name: CommandName = "conclusion.sign"
    static let maxTasks = 50

    public var id: ConclusionID
    public var meeting: MeetingID
    public var item: AgendaItemID
    public var text: String
    public var publicText: String
    /// Whether the public text is released at once.
    public var isReleased: Bool
    public var tasks: [NewActionItem]

    public init(id: ConclusionID, meeting: MeetingID, item: AgendaItemID, text: String, publicText: String = "", isReleased: Bool = false, tasks: [NewActionItem]) {
        self.id = id
        self.meeting = meeting
        self.item = item
        self.text = text
        self.publicText = publicText
        self.isReleased = isReleased
        self.tasks = tasks
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] {
        try [.meeting(meeting)] + EscalationMoving.streams(of: EscalationRow.standing(on: item, in: tx).map(\.id), in: tx)
    }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        try Standing.requireConduct(try MeetingRow.visible(meeting, to: caller, in: tx), caller, in: tx)
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.minutes, type: row.type)
        guard try Agenda.item(item, of: meeting, in: tx) != nil else { throw Refusal(.notFound) }
        if try tx.exists("SELECT 1 FROM conclusion WHERE item = \(item.text)") { throw Refusal.invalid("/itemId", "conclusion.signed-already") }
        let text = try Text.checked(text, at: "/text", limit: Text.proseLength)
        let publicText = try Text.checked(publicText, at: "/publicText", limit: Text.proseLength, mayBeEmpty: !isReleased)
        let escalations = try EscalationRow.standing(on: item, in: tx)
        let released = isReleased && !publicText.isEmpty ? publicText : nil
        let concluding = ReportCommand.Concluding(
            conclusion: id, isSigned: true, openPolls: try openPolls(in: tx), tasks: tasks.map { .init(id: $0.id, leadUnit: $0.leadUnit, due: $0.due) }, publicText: released)
        try check(concluding, needsTask: !escalations.isEmpty, act, in: tx)
        let signer = row.presiding?.text ?? act.caller.actor
        try tx.execute(
            """
            INSERT INTO conclusion (id, meeting, item, private_text, public_text, released_at, signed_at, signer)
            VALUES (\(id.text), \(meeting.text), \(item.text), \(text), \(publicText), \(isReleased ? act.at.ms : nil), \(act.at.ms), \(signer))
            """)
        for (index, task) in tasks.enumerated() { try insert(task, number: index + 1, in: tx) }
        for escalation in escalations {
            let law = try act.law()
            let step = try Refusal.told { () throws(ReportRefusal) in try escalation.value.concluding(concluding, at: act.at, under: law) }
            try EscalationMoving.take(step, of: escalation, as: ReportActor(person: act.caller.person?.id, roles: [.secretariat]), together: escalations.count, act, in: tx)
        }
        try tx.execute("UPDATE agenda_item SET conclusion = \(text), version = version + 1 WHERE id = \(item.text)")
        try tx.execute("UPDATE minutes SET version = version + 1, at = \(act.at.ms) WHERE meeting = \(meeting.text)")
        try ChainCheck.requireWhole(around: item, act, in: tx)
        try tx.record(.conclusionSigned, in: row.stream, to: .of(item, in: meeting), ConclusionFact(meeting: meeting, item: item, conclusion: id, tasks: tasks.map(\.id)), by: act)
        return Receipt(id: id, tasks: tasks.map(\.id))
    }

    /// Polls on the item whose result is still to come: not opened, open, or waiting for the one who decides a tie.
    private func openPolls(in tx: borrowing Transaction) throws -> Int {
        try tx.row(
            """
            SELECT COUNT(*) AS n FROM poll WHERE item = \(item.text)
              AND (state IN ('draft', 'open') OR (state = 'closed' AND casting_until IS NOT NULL AND casting_choice IS NULL AND casting_expired = 0))
            """)!.int("n")
    }

    private func check(_ concluding: ReportCommand.Concluding, needsTask: Bool, _ act: Act, in tx: borrowing Transaction) throws {
        let forest = try act.law().forest
        var faults = concluding.faults(at: act.at) { forest[$0]?.kind.handles == true }
        if !needsTask { faults.removeAll { $0.pointer == "/tasks" } }
        if tasks.count > Self.maxTasks { faults.append(.init(pointer: "/tasks", reason: "field.too-many", parameters: ["limit": "\(Self.maxTasks)"])) }
        for (index, task) in tasks.enumerated() {
            if Text.clean(task.title).isEmpty { faults.append(.init(pointer: "/tasks/\(index)/title", reason: "field.required")) }
            if Text.clean(task.title).count > Text.titleLength {
                faults.append(.init(pointer: "/tasks/\(index)/title", reason: "field.too-long", parameters: ["limit": "\(Text.titleLength)"]))
            }
            for (place, unit) in task.coUnits.enumerated() where forest[unit]?.kind.handles != true {
                faults.append(.init(pointer: "/tasks/\(index)/coUnits/\(place)", reason: "unit.unknown", parameters: ["unit": unit.text]))
            }
        }
        if !faults.isEmpty { throw Refusal(ReportRefusal(.escalationIncomplete, fields: faults)) }
    }

    private func insert(_ task: NewActionItem, number: Int, in tx: borrowing Transaction) throws {
        guard let lead = task.leadUnit, let due = task.due else { return }
        try tx.execute(
            """
            INSERT INTO action_item (id, conclusion, meeting, number, title, lead_unit, co_units, due, state)
            VALUES (\(task.id.text), \(id.text), \(meeting.text), \(number), \(Text.clean(task.title)), \(lead.text), \(try Canonical.encode(task.coUnits)), \(due.ms), 'open')
            """)
    }
}

struct ConclusionFact: Codable, Sendable {
    var meeting: MeetingID
    var item: AgendaItemID
    var conclusion: ConclusionID
    var tasks: [ActionItemID]
}
