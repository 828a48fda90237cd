import Rules
import Store

/// What the minutes say of the course of a meeting beside its agenda: late items, corrections, reopenings.
enum MinutesCourse {
    /// The chair's word on each late item that has it.
    static func lateApprovals(in meeting: MeetingRow, _ roster: [RosterLine], _ tx: borrowing Transaction) throws -> [AgendaItemID: MinutesRecord.LateApproval] {
        var approvals: [AgendaItemID: MinutesRecord.LateApproval] = [:]
        for row in try tx.rows(
            "SELECT id, late_approved_by, late_approved_at, late_note FROM agenda_item WHERE meeting = \(meeting.id.text) AND late_approved_at IS NOT NULL ORDER BY number, id LIMIT \(Agenda.maxItems)")
        {
            let item: AgendaItemID = row.id("id")
            let at = row.time("late_approved_at")
            let chair = try presiding(at: at, in: meeting, roster, tx)
            let actor = row.text("late_approved_by")
            let fact = try fact("item.late-approved", in: meeting, body: "%\"item\":\"\(item)\"%", tx)
            approvals[item] = .init(
                at: at, chair: try chair.map { try person($0, roster, tx) },
                enteredBy: actor == chair.map { "person:\($0)" } ? nil : try name(actor, roster, tx), note: row.text("late_note"), fact: fact)
        }
        return approvals
    }

    /// Corrections of attendance, oldest first; a note that was erased is gone from the minutes as well.
    static func corrections(in meeting: MeetingRow, _ roster: [RosterLine], polls: [PollRow], vault: Vault, _ tx: borrowing Transaction) throws -> [MinutesRecord.Correction] {
        try tx.rows(
            """
            SELECT correction.seq, correction.account, correction.state, correction.from_at, correction.until_at, correction.note, correction.entered_by, correction.at, event.body
            FROM attendance_correction AS correction JOIN event ON event.stream = \(meeting.stream.text) AND event.seq = correction.seq
            WHERE correction.meeting = \(meeting.id.text) ORDER BY correction.seq LIMIT \(CorrectAttendance.maxCorrections)
            """
        ).map { row in
            let touched = Set(try Canonical.decode(CorrectionFact.self, from: row.text("body")).polls)
            return MinutesRecord.Correction(
                name: try person(row.id("account"), roster, tx).name, state: row.choice("state"), from: row.time("from_at"), until: row.time("until_at"), at: row.time("at"),
                enteredBy: try name(row.text("entered_by"), roster, tx), note: try row.optionalText("note").flatMap { try vault.open($0, in: tx) },
                polls: polls.filter { touched.contains($0.id) }.map(\.title), fact: row.integer("seq"))
        }
    }

    /// When the session stood still, oldest first.
    static func pauses(of meeting: MeetingRow, _ tx: borrowing Transaction) throws -> [MinutesRecord.Pause] {
        var pauses: [MinutesRecord.Pause] = []
        for row in try tx.rows(
            """
            SELECT kind, at FROM event WHERE stream = \(meeting.stream.text) AND kind IN ('meeting.paused', 'meeting.resumed') ORDER BY seq LIMIT 1000
            """)
        {
            if row.text("kind") == "meeting.paused" {
                pauses.append(.init(from: row.time("at"), until: nil))
            } else if !pauses.isEmpty {
                pauses[pauses.count - 1].until = row.time("at")
            }
        }
        return pauses
    }

    /// Reopenings that were agreed to, oldest first.
    static func reopenings(of meeting: MeetingRow, _ roster: [RosterLine], _ tx: borrowing Transaction) throws -> [MinutesRecord.Reopening] {
        try tx.rows(
            """
            SELECT id, reason, asked_by, decided_by, decided_at FROM reopening
            WHERE meeting = \(meeting.id.text) AND state = 'approved' ORDER BY decided_at, id LIMIT 100
            """
        ).map { row in
            let at = row.time("decided_at")
            let closed = try tx.row("SELECT MAX(at) AS at FROM event WHERE stream = \(meeting.stream.text) AND kind = 'meeting.closed' AND at <= \(at.ms)")
            return MinutesRecord.Reopening(
                closedAt: closed?.optionalTime("at"), at: at, askedBy: try name(row.text("asked_by"), roster, tx), reason: row.text("reason"),
                approvedBy: try name(row.text("decided_by"), roster, tx),
                fact: try fact("meeting.reopened", in: meeting, body: "%\"reopening\":\"\(row.text("id"))\"%", tx))
        }
    }

    /// A person as the roster names him, else as his account does.
    static func person(_ id: UserID, _ roster: [RosterLine], _ tx: borrowing Transaction) throws -> MinutesRecord.Person {
        if let line = roster.first(where: { $0.user == id }) { return .init(name: line.name, title: line.title) }
        let account = try Accounts.account(id, in: tx)
        return .init(name: account?.name ?? id.text, title: account?.title ?? "")
    }

    static func name(_ actor: String, _ roster: [RosterLine], _ tx: borrowing Transaction) throws -> String {
        guard actor.hasPrefix("person:"), let id = UserID(String(actor.dropFirst("person:".count))) else { return actor }
        return try person(id, roster, tx).name
    }

    /// Who presided at an instant: by the newest word on it until then; the chairman where the first word came later.
    private static func presiding(at: Timestamp, in meeting: MeetingRow, _ roster: [RosterLine], _ tx: borrowing Transaction) throws -> UserID? {
        let words = try tx.rows("SELECT at, body FROM event WHERE stream = \(meeting.stream.text) AND kind = 'presiding.changed' ORDER BY seq DESC LIMIT 1000")
        guard !words.isEmpty else { return meeting.presiding }
        guard let word = words.first(where: { $0.time("at") <= at }) else { return roster.first { $0.role == .chairman }?.user }
        return try Canonical.decode(MeetingFact.self, from: word.text("body")).user
    }

    private static func fact(_ kind: String, in meeting: MeetingRow, body: String, _ tx: borrowing Transaction) throws -> Int64? {
        try tx.row("SELECT seq FROM event WHERE stream = \(meeting.stream.text) AND kind = \(kind) AND body LIKE \(body) ORDER BY seq DESC LIMIT 1")?.integer("seq")
    }
}
