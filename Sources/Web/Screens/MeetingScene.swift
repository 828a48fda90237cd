import Cabinet
import Rules
import Store

/// Everything the screens of a meeting show to one person, read at one instant, so that the numbers on a page agree with
/// each other and with the position push goes on from.
struct MeetingScene: Sendable {
    var caller: Caller
    var meeting: MeetingView
    var items: [AgendaItemView]
    var documents: [DocumentView]
    var polls: [PollView]
    var roster: [RosterLine]
    var invited: [InvitedView]
    var absenceReasons: [UserID: String]
    /// Each person's comings and goings.
    var comings: [UserID: [AttendanceChangeView]]
    var announcements: [AnnouncementView]
    var floor: FloorView
    var recusals: [RecusalView]
    var substitutes: [SubstituteView]
    /// Everybody's for those who conduct, his own for a member.
    var invitations: [InvitationView]
    var forecast: QuorumForecast?
    var reopenings: [ReopeningView]
    /// Everybody's for those who conduct, his own for a member.
    var positions: [PositionView]
    var consent: ConsentView
    var convening: ConveningView
    var notices: [ChangeNoticeView]
    var proposals: [ProposalView]
    var circulation: CirculationView?
    /// Number and date of the invitation; nil where nobody meets.
    var invitationPaper: InvitationPaperView?
    /// Why the viewer could vote in no poll of this meeting; nil where nothing about him stands in the way.
    var whyNoVote: Refusal?
    /// The working calendar of the meeting's type; nil where there is none.
    var calendar: WorkClock?
    /// What the minutes say so far; for the secretary, from the opening on.
    var minutes: MinutesRecord?
    /// Whose devices follow the meeting now; a signal beside presence, for those who conduct.
    var connected: Set<UserID> = []
    /// The page that is before everybody, as far as the viewer may read it.
    var presented: ShownPage?
    /// The same for the wall, whoever looks at it.
    var presentedOnWall: ShownPage?
    /// The viewer may put a page before everybody.
    var mayPresent: Bool
    /// Items that came from an escalation.
    var dossiers: Set<AgendaItemID>
    var now: Timestamp

    /// - Throws: `not-found` also for what the caller may not know of.
    static func load(_ id: MeetingID, for caller: Caller, at now: Timestamp, from cabinet: Cabinet) async throws -> MeetingScene {
        let vault = cabinet.vault
        return try await cabinet.read { tx in
            MeetingScene(
                caller: caller, meeting: try Meetings.meeting(id, for: caller, in: tx), items: try Agenda.items(of: id, for: caller, in: tx),
                documents: try Documents.list(of: id, for: caller, in: tx), polls: try Polls.list(of: id, for: caller, at: now, vault: vault, in: tx),
                roster: try Meetings.roster(of: id, for: caller, in: tx), invited: try Meetings.invited(to: id, for: caller, in: tx),
                absenceReasons: try Meetings.absenceReasons(of: id, for: caller, vault: vault, in: tx),
                comings: try Meetings.attendanceChanges(of: id, for: caller, vault: vault, in: tx),
                announcements: try Meetings.announcements(in: id, for: caller, vault: vault, tx: tx), floor: try Floor.floor(of: id, for: caller, in: tx),
                recusals: try Recusals.list(of: id, for: caller, vault: vault, in: tx), substitutes: try Invitations.substitutes(of: id, for: caller, in: tx),
                invitations: try Invitations.list(of: id, for: caller, vault: vault, in: tx), forecast: try Invitations.forecast(of: id, for: caller, in: tx),
                reopenings: try Meetings.reopenings(of: id, for: caller, in: tx), positions: try Positions.list(of: id, for: caller, in: tx),
                consent: try ConsentList.list(of: id, for: caller, at: now, in: tx), convening: try Meetings.convening(of: id, for: caller, in: tx),
                notices: try ChangeNotices.list(of: id, for: caller, in: tx), proposals: try Proposals.list(of: id, for: caller, in: tx),
                circulation: try Circulations.circulationIfAny(of: id, for: caller, in: tx), invitationPaper: try Invitations.paperIfAny(of: id, for: caller, in: tx),
                whyNoVote: try VotingPlaces.whyNot(in: id, for: caller, tx: tx), minutes: try lines(of: id, for: caller, vault: vault, in: tx),
                presented: try Presentations.current(in: id, for: caller, tx: tx), presentedOnWall: try Presentations.onTheWall(in: id, for: caller, tx: tx),
                mayPresent: try Presentations.mayPresent(in: id, caller, tx: tx), dossiers: try EscalationItems.items(of: id, in: tx), now: now)
        }
    }

    /// The draft, for those who write it.
    private static func lines(of id: MeetingID, for caller: Caller, vault: Vault, in tx: borrowing Transaction) throws -> MinutesRecord? {
        let meeting = try Meetings.meeting(id, for: caller, in: tx)
        guard meeting.standing.secretary, meeting.openedAt != nil else { return nil }
        return try Meetings.minutes(of: id, for: caller, vault: vault, in: tx).record
    }

    var id: String { meeting.id.text }
    var path: String { "/meetings/\(meeting.id)" }
    var api: String { "/api/v1/meetings/\(meeting.id)" }
    var standing: MeetingStanding { meeting.standing }

    /// Polls can run now.
    var isRunning: Bool { meeting.state == .open || (meeting.type == .circulated && meeting.state == .convened) }
    var isOver: Bool { [.closed, .minutesApproved, .archived, .cancelled].contains(meeting.state) }

    var current: AgendaItemView? { items.first { $0.id == meeting.currentItem } }
    var next: AgendaItemView? { current.map { current in items.first { $0.number > current.number } } ?? items.first }
    var previous: AgendaItemView? { current.flatMap { current in items.last { $0.number < current.number } } }

    /// In the order of their opening.
    var openPolls: [PollView] {
        polls.filter { $0.state == .open }.sorted { ($0.openedAt ?? now, $0.id.text) < ($1.openedAt ?? now, $1.id.text) }
    }
    var openPoll: PollView? { openPolls.first }

    /// Ties that wait for the one who decides them, whatever else goes on.
    var ties: [PollView] { polls.filter { $0.state == .closed && $0.verdict?.outcome == .awaitingChairman } }

    /// Questions put together: those that run, else those that were decided last; empty where one stands alone.
    var together: [PollView] {
        let ids = consent.open.isEmpty ? consent.decided : consent.open
        let polls = polls.filter { ids.contains($0.id) }
        return polls.count > 1 ? polls : []
    }

    /// What the panel shows: the open poll; else the latest result, as long as the session is still at its item.
    var shownPoll: PollView? {
        if let openPoll { return openPoll }
        let latest = polls.filter { $0.state == .closed }.max { ($0.closedAt ?? .init(ms: 0)) < ($1.closedAt ?? .init(ms: 0)) }
        guard let latest else { return nil }
        return isOver || latest.item == nil || latest.item == meeting.currentItem || latest.verdict?.outcome == .awaitingChairman ? latest : nil
    }

    /// "Vòng 2"; nil for a question that was put once.
    func round(of poll: PollView, _ p: Phrases) -> String? {
        poll.round > 1 || polls.contains { $0.repeats == poll.id } ? p.t("polls.round", ["round": "\(poll.round)"]) : nil
    }

    /// A session that the calendar does not call needs to be called by somebody; slips are approved on their own.
    var groundMissing: Bool {
        guard meeting.type != .circulated, let first = convening.rule?.grounds.first else { return false }
        return convening.ground == nil && first != .calendar
    }

    /// In time or late, by the law of the type; nil before the paper was given to the members, or where there is no deadline.
    func delivery(_ document: DocumentView) -> DeliveryStamp? {
        guard let rule = convening.rule, let calendar, let sentAt = document.releasedAt else { return nil }
        return DeliveryStamp(sentAt: sentAt, opensAt: meeting.startsAt, days: rule.documentDays, clock: calendar)
    }

    func name(of user: UserID?) -> String { user.flatMap { id in roster.first { $0.user == id }?.name ?? invited.first { $0.user == id }?.name } ?? "" }
    func allows(_ edit: MeetingEdit) -> Bool { meeting.state.allows(edit, type: meeting.type) }
    func item(_ id: AgendaItemID?) -> AgendaItemView? { id.flatMap { id in items.first { $0.id == id } } }
    func documents(of item: AgendaItemID?) -> [DocumentView] { documents.filter { $0.item == item } }

    /// "quá nửa tổng số thành viên: cần 12/22", by the same function that counts.
    func ruleLine(_ poll: PollView, _ phrases: Phrases) -> String {
        let count = PollCount(
            seats: roster.filter { $0.role.isSeat }.map(\.seat), presentAtClosing: Set(roster.filter(\.isPresent).map(\.user)), presentAtOpening: [],
            decider: nil, circulated: meeting.type == .circulated, stillOpen: true, rules: poll.rules)
        let line = count.ruleLine[phrases.language]
        let rule = line.prefix(1).uppercased() + line.dropFirst()
        guard poll.method != .approval else { return rule }
        return phrases.line(phrases.t(poll.places == 1 ? "ballot.hintOne" : "ballot.hintMany", ["n": "\(poll.places)"]), rule)
    }
}
