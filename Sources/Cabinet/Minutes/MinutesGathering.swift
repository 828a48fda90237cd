import PaperWire
public import Rules
public import Store

/// Minutes as they stand: the record they are drawn from, and their state.
public struct MinutesView: Sendable {
    public var record: MinutesRecord
    public var isApproved: Bool
    public var version: Int

    /// "Bản 2, thay bản 1"; nil for the first.
    public var versionLine: BilingualText? {
        version > 1 ? BilingualText(vi: "Bản \(version), thay bản \(version - 1)", en: "Version \(version), replaces version \(version - 1)") : nil
    }
}

extension Meetings {
    /// Gathers all that the minutes say. The draft exists from the instant the meeting is closed; before that the secretariat
    /// sees it grow. Items the caller may not read are left out.
    /// - Parameter calendars: without them nothing is said of papers in time or late.
    /// - Throws: `not-found` for members before the close.
    public static func minutes(of id: MeetingID, for caller: Caller, vault: Vault, calendars: [CalendarID: WorkClock] = [:], in tx: borrowing Transaction) throws -> MinutesView {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        let state = try tx.row("SELECT version, state FROM minutes WHERE meeting = \(id.text)")
        if state == nil, try !Standing.isSecretary(caller, of: meeting.body, in: tx) { throw Refusal(.notFound) }
        return MinutesView(
            record: try record(of: meeting, for: caller, vault: vault, calendars: calendars, in: tx), isApproved: state?.text("state") == "approved", version: state?.int("version") ?? 0)
    }

    private static func record(of meeting: MeetingRow, for caller: Caller, vault: Vault, calendars: [CalendarID: WorkClock], in tx: borrowing Transaction) throws -> MinutesRecord {
        let roster = try Rosters.roster(of: meeting, in: tx)
        let access = try AgendaAccess.of(caller, in: meeting, tx)
        let documents = try tx.rows(
            "\(Documents.select) WHERE document.meeting = \(meeting.id.text) AND document.removed_at IS NULL AND document.released_at IS NOT NULL ORDER BY document.sort_order, document.id LIMIT \(Documents.maxPerMeeting)"
        ).map(Documents.view).filter { access.reads($0.item) }
        let polls = try Polls.rows(of: meeting.id, in: tx).filter { $0.openedAt != nil && access.reads($0.item) }
        var recorded: [(item: AgendaItemID?, poll: MinutesRecord.Poll)] = []
        for poll in polls { recorded.append((poll.item, try self.poll(poll, meeting, roster, documents, vault: vault, in: tx))) }
        let rule = try MeetingTypes.rule(of: meeting.type, in: tx)
        let speeches = try Floor.speeches(in: meeting.id, tx)
        let recusals = try Recusals.list(of: meeting.id, vault: vault, in: tx)
        let lateApprovals = try MinutesCourse.lateApprovals(in: meeting, roster, tx)
        let items = try Agenda.items(of: meeting.id, in: tx).filter { access.reads($0.id) }.map { item in
            MinutesRecord.Item(
                number: item.number, label: item.label, title: item.title, submitter: item.submitter, rapporteur: item.rapporteur, isLate: item.late,
                lateApproval: lateApprovals[item.id],
                documents: documents.filter { $0.item == item.id }.map { paper($0, of: meeting, rule: rule, calendars: calendars) },
                recusals: recusals.filter { $0.item == item.id }.map { .init(name: $0.name, reason: $0.reason) },
                speeches: speeches.filter { $0.entry.item == item.id }.map { speech in
                    .init(person: .init(name: speech.entry.name, title: speech.entry.title), substituteFor: speech.entry.substituteFor, at: speech.entry.grantedAt!, fact: speech.fact)
                },
                polls: recorded.filter { $0.item == item.id }.map(\.poll), conclusion: item.conclusion)
        }
        let chairman = roster.first { $0.role == .chairman }?.user
        let presiding = try meeting.presiding.map { try MinutesCourse.person($0, roster, tx) }
        let announcements = try self.announcements(in: meeting.id, vault: vault, tx: tx).reversed().compactMap { announcement in
            announcement.text.map { MinutesRecord.Announcement(text: $0, at: announcement.at, fact: announcement.seq) }
        }
        return MinutesRecord(
            body: try tx.row("SELECT name FROM body WHERE id = \(meeting.body.text)")!.text("name"), title: meeting.title, type: meeting.type, form: meeting.form,
            place: meeting.place, conveningGround: try conveningGround(of: meeting, in: tx), conveningAssumed: try convening(of: meeting, in: tx).isAssumed, convenedAt: meeting.convenedAt,
            openedAt: meeting.openedAt, closedAt: meeting.closedAt, presiding: presiding, presidingIsChairman: meeting.presiding == chairman,
            presidingGround: meeting.presidingGround.isEmpty ? nil : meeting.presidingGround, clerk: try meeting.clerk.map { try MinutesCourse.person($0, roster, tx) },
            roster: try members(of: meeting, roster, vault: vault, in: tx),
            substitutes: try Substitutes.stays(in: meeting, roster, tx),
            invited: try invited(to: meeting.id, in: tx).map { .init(name: $0.name, title: $0.capacity.isEmpty ? $0.title : $0.capacity) },
            quorum: try quorumAtOpening(of: meeting, in: tx), agenda: items, polls: recorded.filter { $0.item == nil }.map(\.poll), announcements: announcements,
            corrections: try MinutesCourse.corrections(in: meeting, roster, polls: polls, vault: vault, tx), pauses: try MinutesCourse.pauses(of: meeting, tx), reopenings: try MinutesCourse.reopenings(of: meeting, roster, tx),
            recordHash: try tx.row("SELECT hash FROM stream WHERE id = \(meeting.stream.text)").map { $0.blob("hash").map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() })
    }

    /// "Thành viên yêu cầu (8 thành viên: …)"; nil before the meeting is convened.
    private static func conveningGround(of meeting: MeetingRow, in tx: borrowing Transaction) throws -> String? {
        let convening = try self.convening(of: meeting, in: tx)
        guard let ground = convening.ground else { return nil }
        let names = convening.requestedByNames
        let asked = names.isEmpty ? "" : " (\(names.count) thành viên: \(names.joined(separator: ", ")))"
        if convening.isAssumed { return "\(ground.name.vi) (mặc định, chưa ghi)" }
        return ground.name.vi + asked + (convening.note.isEmpty ? "" : "; \(convening.note)")
    }

    private static func members(of meeting: MeetingRow, _ roster: [RosterLine], vault: Vault, in tx: borrowing Transaction) throws -> [MinutesRecord.Member] {
        var changes: [UserID: [MinutesRecord.Change]] = [:]
        try tx.forEach("SELECT seq, account, state, at FROM attendance_change WHERE meeting = \(meeting.id.text) ORDER BY seq") { row in
            changes[row.id("account"), default: []].append(.init(state: row.choice("state"), at: row.time("at"), fact: row.integer("seq")))
        }
        var reasons: [UserID: String] = [:]
        for row in try tx.rows("SELECT account, reason FROM attendance WHERE meeting = \(meeting.id.text) AND reason IS NOT NULL ORDER BY account LIMIT \(PollCount.maximumSeats)") {
            reasons[row.id("account")] = try vault.open(row.text("reason"), in: tx)
        }
        // Consent and reason given to the invitation stand where the attendance says nothing.
        var consents: [UserID: Bool] = [:]
        var recorders: [UserID: String] = [:]
        for row in try tx.rows(
            "SELECT account, reason, consent, decided_by FROM invitation_answer WHERE meeting = \(meeting.id.text) AND answer = 'decline' ORDER BY account LIMIT \(PollCount.maximumSeats)")
        {
            let user: UserID = row.id("account")
            if let consent = row.optionalText("consent"), consent != AbsenceConsent.pending.rawValue {
                consents[user] = consent == AbsenceConsent.approved.rawValue
                recorders[user] = try Invitations.recorder(row.text("decided_by"), roster, tx)
            }
            if reasons[user] == nil, let reason = row.optionalText("reason") { reasons[user] = try vault.open(reason, in: tx) }
        }
        return roster.filter { $0.role.isSeat }.map { line in
            MinutesRecord.Member(
                name: line.name, title: line.title, attendance: line.attendance, changes: changes[line.user] ?? [],
                absenceReason: line.attendance == .absent ? reasons[line.user] : nil, absenceAgreed: line.attendance == .absent ? consents[line.user] : nil,
                agreementRecordedBy: line.attendance == .absent ? recorders[line.user] : nil)
        }
    }

    /// The numbers of the fact itself: later comings and goings do not change how the meeting was opened.
    private static func quorumAtOpening(of meeting: MeetingRow, in tx: borrowing Transaction) throws -> Quorum? {
        guard let row = try tx.row("SELECT body FROM event WHERE stream = \(meeting.stream.text) AND kind = 'meeting.opened' ORDER BY seq LIMIT 1") else { return nil }
        let fact = try Canonical.decode(MeetingFact.self, from: row.text("body"))
        guard let members = fact.members, let present = fact.present else { return nil }
        return Quorum(members: members, present: present, fraction: try Rosters.rules(of: meeting, in: tx).rules.quorum)
    }

    private static func poll(
        _ poll: PollRow, _ meeting: MeetingRow, _ roster: [RosterLine], _ documents: [DocumentView], vault: Vault, in tx: borrowing Transaction
    ) throws -> MinutesRecord.Poll {
        let box = try BallotBox.load(poll, in: tx)
        func titles(_ selections: [PollOptionID]) -> [String] { selections.compactMap { id in box.options.first { $0.id == id }?.title } }
        let isOver = poll.closedAt != nil
        let verdict = isOver ? try PollCounting.verdict(of: poll, meeting: meeting, roster: roster, box: box, in: tx) : nil
        let subject = poll.subject.map { subject in
            MinutesRecord.Document(
                title: documents.first { $0.id == subject.document }?.title ?? "", version: subject.version, sha256: subject.sha256,
                verdict: documents.first { $0.id == subject.document && $0.sha256 == subject.sha256 }.flatMap(verdictWord))
        }
        let facts = try tx.rows(
            """
            SELECT seq FROM event WHERE stream = \(meeting.stream.text) AND kind IN ('poll.opened', 'poll.closed', 'poll.annulled', 'poll.decided')
              AND body LIKE \("%\"poll\":\"\(poll.id)\"%") ORDER BY seq LIMIT 20
            """
        ).map { $0.integer("seq") }
        // Raised hands have no names.
        let isNamed = isOver && poll.secrecy == .open && poll.taking != .hands
        // Words on slips stand in the table of opinions, for those who gather them.
        let tellsTexts = !meeting.isCirculated
        let named = try (isNamed ? PollCounting.named(roster, box: box, recused: try PollCounting.recused(from: poll, in: tx)) : []).map { line in
            let ballot = box.ballots[line.user]
            return MinutesRecord.NamedVote(
                name: line.name, title: line.title, choice: line.choice, selections: line.selections.map(titles), remote: line.remote,
                recused: line.recused, weight: line.weight, at: ballot?.at, text: tellsTexts ? try ballot?.text.flatMap { try vault.open($0, in: tx) } : nil)
        }
        let count = try poll.taking == .devices ? nil : HandCounts.find(poll.id, in: tx).flatMap { count in
            try count.confirmedBy.map { confirmed in
                MinutesRecord.Count(enteredBy: try MinutesCourse.person(count.enteredBy, roster, tx), confirmedBy: try MinutesCourse.person(confirmed, roster, tx))
            }
        }
        let slips = box.slips.map { slip in
            MinutesRecord.Slip(
                tracker: slip.tracker,
                vote: slip.choice?.name.vi ?? slip.selections.map { $0.isEmpty ? "Phiếu trắng" : titles($0).joined(separator: ", ") } ?? "")
        }
        var record = MinutesRecord.Poll(
            title: poll.title, round: poll.round, secrecy: poll.secrecy, taking: poll.taking, count: count, state: poll.state, annulReason: poll.annulReason.isEmpty ? nil : poll.annulReason,
            subject: subject, openedAt: poll.openedAt, closedAt: poll.closedAt, result: verdict?.approval, election: verdict?.election, named: named, slips: slips, ballotsRoot: isOver ? PollProofs.root(of: poll, meeting, box) : nil, facts: facts)
        record.before = try poll.repeats.flatMap { try PollRow.find($0, in: tx) }.map(Self.round)
        record.after = try tx.row("SELECT \(PollRow.columns) FROM poll WHERE repeats = \(poll.id.text) AND opened_at IS NOT NULL ORDER BY created_at, id LIMIT 1").map(PollRow.init).map(Self.round)
        return record
    }

    private static func round(_ poll: PollRow) -> MinutesRecord.Round {
        .init(number: poll.round, openedAt: poll.openedAt, isAnnulled: poll.state == .annulled)
    }

    private static func paper(_ document: DocumentView, of meeting: MeetingRow, rule: MeetingTypeRule?, calendars: [CalendarID: WorkClock]) -> MinutesRecord.Document {
        var delivery: String?
        if let rule, let clock = calendars[rule.calendar], let sentAt = document.releasedAt {
            delivery = DeliveryStamp(sentAt: sentAt, opensAt: meeting.startsAt, days: rule.documentDays, clock: clock)?.sentence.vi
        }
        return .init(title: document.title, version: document.version, sha256: document.sha256, verdict: verdictWord(document), delivery: delivery)
    }

    /// The four signs in words.
    private static func verdictWord(_ document: DocumentView) -> String? {
        switch document.indication {
        case .passed: "Hợp lệ"
        case .failed: "Không hợp lệ"
        case .indeterminate: document.subIndication == "NO_SIGNATURE" ? "Không có chữ ký số" : "Chưa xác định được"
        case nil: nil
        }
    }
}
