public import Rules
public import Store

/// One person's answer to the invitation; `answer` is nil while he has not said.
public struct InvitationView: Sendable, Equatable {
    public var user: UserID
    public var name: String
    public var title: String
    public var isSeat: Bool
    public var answer: InvitationAnswer?
    /// For secretariat, presiding person and himself; nil once erased.
    public var reason: String?
    public var consent: AbsenceConsent?
    /// Who recorded the consent, where that was not the chairman himself.
    public var consentRecordedBy: String?
    public var substitute: UserID?
    public var substituteName: String?
    public var answeredAt: Timestamp?
    /// How far the invitation got; nil before anything is known of it.
    public var track: InvitationTrack?
}

/// Who sits in whose place.
public struct SubstituteView: Sendable, Equatable {
    public var user: UserID
    public var name: String
    public var title: String
    public var member: UserID
    public var memberName: String
    /// Where he is; nil while nobody has said.
    public var attendance: AttendanceState?
    public var since: Timestamp?
}

public enum Invitations {
    /// Everybody's answers, for secretariat and presiding person; a member sees his own. In the order of protocol, guests after it.
    public static func list(of id: MeetingID, for caller: Caller, vault: Vault, in tx: borrowing Transaction) throws -> [InvitationView] {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        let all = try sees(meeting, caller, in: tx)
        let own = caller.person?.id
        let roster = try Rosters.roster(of: meeting, in: tx)
        var people: [(UserID, String, String, Bool)] = roster.map { ($0.user, $0.name, $0.title, $0.role.isSeat) }
        for guest in try Meetings.invited(to: id, in: tx) where !people.contains(where: { $0.0 == guest.user }) {
            people.append((guest.user, guest.name, guest.title, false))
        }
        var answers: [UserID: Row] = [:]
        for row in try tx.rows(
            """
            SELECT a.account, a.answer, a.reason, a.consent, a.decided_by, a.substitute, a.answered_at, account.name AS substitute_name
            FROM invitation_answer a LEFT JOIN account ON account.id = a.substitute WHERE a.meeting = \(id.text) ORDER BY a.account LIMIT \(PollCount.maximumSeats)
            """)
        {
            answers[row.id("account")] = row
        }
        let tracks = try tracks(of: id, in: tx)
        return try people.filter { all || $0.0 == own }.map { user, name, title, isSeat in
            let row = answers[user]
            return InvitationView(
                user: user, name: name, title: title, isSeat: isSeat, answer: row?.optionalText("answer").flatMap(InvitationAnswer.init(rawValue:)),
                reason: try row?.optionalText("reason").flatMap { try vault.open($0, in: tx) },
                consent: row?.optionalText("consent").flatMap(AbsenceConsent.init(rawValue:)),
                consentRecordedBy: try row.flatMap { try recorder($0.text("decided_by"), roster, tx) }, substitute: row?.optionalID("substitute"),
                substituteName: row?.optionalText("substitute_name"), answeredAt: row?.optionalTime("answered_at"), track: tracks[user])
        }
    }

    /// Who recorded a consent; nil where the chairman gave it himself, or nobody has yet.
    static func recorder(_ actor: String, _ roster: [RosterLine], _ tx: borrowing Transaction) throws -> String? {
        guard !actor.isEmpty, roster.first(where: { $0.role == .chairman }).map({ actor == "person:\($0.user)" }) != true else { return nil }
        return try MinutesCourse.name(actor, roster, tx)
    }

    /// What the answers promise; nil for those who do not see them all, and for circulated opinions.
    public static func forecast(of id: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> QuorumForecast? {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        guard try !meeting.isCirculated && sees(meeting, caller, in: tx) else { return nil }
        let roster = try Rosters.roster(of: meeting, in: tx)
        let quorum = try Rosters.quorum(of: meeting, roster: roster, in: tx)
        let seats = Set(roster.filter { $0.role.isSeat }.map(\.user))
        var counts: [String: Int] = [:]
        for row in try tx.rows("SELECT account, answer FROM invitation_answer WHERE meeting = \(id.text) ORDER BY account LIMIT \(PollCount.maximumSeats)")
        where seats.contains(row.id("account")) {
            counts[row.text("answer"), default: 0] += 1
        }
        return QuorumForecast(
            members: quorum.members, needed: quorum.needed, attending: counts[InvitationAnswer.attend.rawValue] ?? 0,
            declining: counts[InvitationAnswer.decline.rawValue] ?? 0)
    }

    /// Who sits in whose place, for everyone of the meeting.
    public static func substitutes(of id: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> [SubstituteView] {
        _ = try MeetingRow.visible(id, to: caller, in: tx)
        return try substitutes(of: id, in: tx)
    }

    static func substitutes(of id: MeetingID, in tx: borrowing Transaction) throws -> [SubstituteView] {
        try tx.rows(
            """
            SELECT substitute.account, account.name, account.title, substitute.member, substitute.state, substitute.since, COALESCE(roster.name, m.name) AS member_name
            FROM substitute JOIN account ON account.id = substitute.account JOIN account m ON m.id = substitute.member
              LEFT JOIN roster ON roster.meeting = substitute.meeting AND roster.account = substitute.member
            WHERE substitute.meeting = \(id.text) ORDER BY roster.sort_order, substitute.member LIMIT \(PollCount.maximumSeats)
            """
        ).map {
            SubstituteView(user: $0.id("account"), name: $0.text("name"), title: $0.text("title"), member: $0.id("member"), memberName: $0.text("member_name"),
                attendance: $0.optionalText("state").flatMap(AttendanceState.init(rawValue:)), since: $0.optionalTime("since"))
        }
    }

    static func sees(_ meeting: MeetingRow, _ caller: Caller, in tx: borrowing Transaction) throws -> Bool {
        try (meeting.presiding != nil && meeting.presiding == caller.person?.id) || Standing.isSecretary(caller, of: meeting.body, in: tx)
    }

    static func audience(_ meeting: MeetingRow, _ user: UserID) -> Audience {
        Audience(.secretariat(meeting.body), .chair(meeting.id), .person(user))
    }
}
