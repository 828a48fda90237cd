public import Rules
public import Store

/// T11: the head of a unit puts one or several reports of one cause before the city, with a complete dossier; what is urgent goes up with four lines, the
/// rest within one working day. The City Office gathers it first.
///
/// Attachments name files of the reports. Who: head of the unit that holds every one of them. Refuses `escalation.incomplete` naming every field that is
/// missing.
public struct EscalateReports: Command {
    public static let name: CommandName = "escalation.open"
    public var id: EscalationID
    public var reports: [ReportID]
    public var form: ReportCommand.Escalating.Form

    public init(id: EscalationID, reports: [ReportID], form: ReportCommand.Escalating.Form) {
        self.id = id
        self.reports = reports
        self.form = form
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.escalation(id)] + Set(reports.prefix(EscalationMoving.atOnce)).map { .report($0) } }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        for report in reports.prefix(Escalation.maximumReports) { _ = try ReportRow.visible(report, to: caller, in: tx) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> EscalationReceipt {
        let law = try act.law()
        let form = form.cleaned
        let standing = try ReportStanding.of(act.caller, in: tx)
        var urgency: Urgency = .normal
        for report in reports.prefix(Escalation.maximumReports) {
            let row = try ReportRow.locked(report, in: tx)
            guard let unit = standing.unit, standing.isHead, unit == row.report.holder else {
                throw Refusal(.reportForbidden, ["action": "escalate", "unit": row.report.holder.text])
            }
            guard row.report.state == .inProgress else { throw Refusal(.reportWrongState, ["action": "escalate", "state": row.report.state.rawValue]) }
            urgency = Self.more(urgency, row.report.urgency)
        }
        let (highest, from) = (urgency, standing.unit ?? law.forest.office)
        let value = try Refusal.told { () throws(ReportRefusal) in
            try Escalation(id: id, from: from, reports: reports, urgency: highest, form: form, at: act.at, under: law)
        }
        let (short, dossier): (ShortDossier?, Dossier?) =
            switch form {
            case .short(let short): (short, nil)
            case .full(let dossier): (nil, dossier)
            }
        if let dossier { try Self.checkAttachments(dossier, of: reports, in: tx) }
        try tx.execute(
            """
            INSERT INTO escalation (id, value, version, state, is_open, from_unit, urgency, submitted_at, short_dossier, dossier)
            VALUES (\(id.text), \(try Canonical.encode(value)), 1, \(value.state.rawValue), 1, \(value.from.text), \(urgency.rawValue), \(act.at.ms),
              \(try short.map { try Canonical.encode($0) }), \(try dossier.map { try Canonical.encode($0) }))
            """)
        for (index, report) in reports.enumerated() {
            try tx.execute("INSERT INTO escalation_report (escalation, report, number) VALUES (\(id.text), \(report.text), \(index + 1))")
        }
        try tx.record(
            .escalationMoved, in: .escalation(id), to: EscalationMoving.audience(of: value),
            EscalationFact(escalation: id, state: value.state, decision: nil, item: nil, conclusion: nil, reports: reports.count, version: 1), by: act)
        for (index, report) in reports.enumerated() {
            let command = ReportCommand.escalate(.init(escalation: id, form: form))
            if index < EscalationMoving.atOnce {
                try ReportMoving.apply(command, to: report, act, in: tx)
            } else {
                try EscalationMoving.noteErrand(command, for: report, of: id, act, in: tx)
            }
        }
        return EscalationReceipt(value)
    }

    private static func more(_ a: Urgency, _ b: Urgency) -> Urgency {
        let order: [Urgency] = [.normal, .complex, .urgent]
        return (order.firstIndex(of: a) ?? 0) >= (order.firstIndex(of: b) ?? 0) ? a : b
    }

    /// What is said to lie with a dossier lies with one of its reports.
    static func checkAttachments(_ dossier: Dossier, of reports: [ReportID], in tx: borrowing Transaction) throws {
        var faults: [Refusal.Field] = []
        for (index, attachment) in dossier.attachments.enumerated() {
            let row = try tx.row("SELECT report FROM report_file WHERE id = \(attachment.document.text)")
            if !(row.map { reports.contains($0.id("report")) } ?? false) {
                faults.append(.init(pointer: "/attachments/\(index)/document", reason: "report.no-such-file"))
            }
        }
        if !faults.isEmpty { throw Refusal(ReportRefusal(.escalationIncomplete, fields: faults)) }
    }
}
