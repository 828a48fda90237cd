public import Rules
public import Store

/// What the Office's register says of the invitation.
public struct InvitationPaperView: Sendable, Equatable {
    /// Number and symbol, "05/GM-UBND"; empty where there is none yet.
    public var number: String
    /// Nil for the day of convening.
    public var issuedOn: CivilDate?
    /// Địa danh; empty where nobody wrote it.
    public var locality: String

    static let blank = InvitationPaperView(number: "", issuedOn: nil, locality: "")
}

/// The invitation to one person, ready to be set.
public struct InvitationSheet: Sendable, Equatable {
    public var meeting: MeetingID
    public var body: String
    public var number: String
    /// An instant of the day the paper is dated; nil before it has one.
    public var issuedOn: Timestamp?
    public var locality: String
    /// Who is invited; nil for the form without a name.
    public var person: MinutesRecord.Person?
    public var title: String
    public var type: MeetingType
    public var form: MeetingForm
    public var startsAt: Timestamp
    public var place: String
    public var presiding: MinutesRecord.Person?
    /// Above the name of who signs: the presiding person.
    public var signature: [String]
    /// Of the items that the invited person may read, in their order.
    public var agenda: [Line]
    /// Nobody has been invited yet.
    public var isDraft: Bool

    public struct Line: Sendable, Equatable {
        public var number: String
        public var title: String
    }
}

extension Invitations {
    /// Number, date and place of the paper; blank before anybody wrote them. `not-found` for circulated opinions: nobody meets.
    public static func paper(of id: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> InvitationPaperView {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        guard !meeting.isCirculated else { throw Refusal(.notFound) }
        return try paper(of: id, in: tx)
    }

    /// The same; nil for circulated opinions.
    public static func paperIfAny(of id: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> InvitationPaperView? {
        try MeetingRow.visible(id, to: caller, in: tx).isCirculated ? nil : paper(of: id, in: tx)
    }

    static func paper(of id: MeetingID, in tx: borrowing Transaction) throws -> InvitationPaperView {
        try tx.row("SELECT number, issued_on, locality FROM invitation_paper WHERE meeting = \(id.text)").map {
            InvitationPaperView(number: $0.text("number"), issuedOn: $0.optionalText("issued_on").flatMap { CivilDate(iso: $0) }, locality: $0.text("locality"))
        } ?? .blank
    }

    /// The invitation of `user`, for himself, the secretariat and the presiding person; without a user the caller's own, or the form
    /// without a name for one who is not invited but may know of the meeting.
    /// - Throws: `not-found` for circulated opinions and for a user who is not invited, `auth.forbidden` for another's.
    public static func sheet(of id: MeetingID, user: UserID?, for caller: Caller, in tx: borrowing Transaction) throws -> InvitationSheet {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        guard !meeting.isCirculated else { throw Refusal(.notFound) }
        if let user, user != caller.person?.id, try !sees(meeting, caller, in: tx) { throw Refusal(.authForbidden, ["needs": "secretary"]) }
        var invited: UserID?
        if let wanted = user ?? caller.person?.id, try Standing.takesPart(wanted, in: meeting, tx) { invited = wanted }
        if user != nil, invited == nil { throw Refusal(.notFound) }
        let account = try invited.flatMap { try Accounts.account($0, in: tx) }
        let line = try invited.flatMap { try Rosters.line(of: $0, in: meeting, tx) }
        // What the invited person may read, whoever asks; the form tells what everybody may.
        let reader = account.map { Caller.person(.init(id: $0.id, role: $0.role)) } ?? .visitor
        let access = try AgendaAccess.of(reader, in: meeting, tx)
        let paper = try paper(of: id, in: tx)
        let chair = try meeting.presiding.flatMap { try Rosters.line(of: $0, in: meeting, tx) }
        let body = try tx.row("SELECT name FROM body WHERE id = \(meeting.body.text)")!.text("name")
        return InvitationSheet(
            meeting: id, body: body, number: paper.number, issuedOn: paper.issuedOn.flatMap { LocalTime($0, hour: 12, minute: 0)?.instant() } ?? meeting.convenedAt,
            locality: paper.locality, person: account.map { .init(name: line?.name ?? $0.name, title: line?.title ?? $0.title) }, title: meeting.title,
            type: meeting.type, form: meeting.form, startsAt: meeting.startsAt, place: meeting.place, presiding: chair.map { .init(name: $0.name, title: $0.title) },
            signature: SignatureBlock.lines(body: body, role: chair?.role, title: chair?.title ?? ""),
            agenda: try Agenda.items(of: id, in: tx).filter { access.reads($0.id) }.map { .init(number: $0.label, title: $0.title) },
            isDraft: meeting.state == .draft)
    }
}
