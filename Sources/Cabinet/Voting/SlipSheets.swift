public import Rules
public import Store

/// A slip as a paper: what is asked, on what draft, by when; with its member's opinion where he has sent it (domain/meetings.md §4).
public struct SlipSheet: Sendable, Equatable {
    public var poll: PollID
    public var meeting: MeetingID
    /// The body whose members are asked.
    public var body: String
    public var number: String
    /// An instant of the day the paper is dated.
    public var issuedOn: Timestamp?
    /// Cơ quan trình.
    public var submitter: String
    public var reason: String
    public var question: String
    /// Above 1 where the opinions are gathered anew.
    public var round: Int
    public var subject: PollSubject?
    public var subjectTitle: String?
    /// Titles of the other papers of its item that the reader may see.
    public var documents: [String]
    public var deadline: Timestamp?
    public var silence: RuleSet.Circulation.Silence
    /// Whose slip it is; nil for a form that nobody has filled in.
    public var member: MinutesRecord.Person?
    public var choice: Choice?
    public var text: String?
    public var sentAt: Timestamp?
    public var isLate: Bool
    /// Of the ballot; the signature's stand-in until slips are signed.
    public var receipt: String?
}

/// The report on a slip: everybody's line, then what the Office made of it.
public struct SlipReport: Sendable, Equatable {
    public var sheet: SlipSheet
    public var lines: [OpinionLine]
    /// The verdict's sentence.
    public var because: BilingualText?
    /// How the draft was changed after the opinions.
    public var summary: String

    /// Who wrote words with his opinion, in the order of protocol: other opinions first.
    public var differing: [OpinionLine] {
        let worded = lines.filter { !($0.text ?? "").isEmpty }
        return worded.filter { $0.choice == .abstain } + worded.filter { $0.choice != .abstain }
    }
}

public enum SlipSheets {
    /// The caller's own slip where he has a seat, else the empty form. Of an open approval poll of a circulated meeting that has been opened.
    /// - Throws: `not-found` for anything else.
    public static func sheet(of id: PollID, for caller: Caller, vault: Vault, in tx: borrowing Transaction) throws -> SlipSheet {
        let (poll, meeting) = try PollRow.visible(id, to: caller, in: tx)
        var sheet = try blank(poll, meeting, for: caller, in: tx)
        guard let person = caller.person, let line = try Rosters.line(of: person.id, in: meeting, tx), line.role.isSeat else { return sheet }
        sheet.member = .init(name: line.name, title: line.title)
        if let ballot = try BallotBox.load(poll, in: tx).ballots[person.id] {
            sheet.choice = ballot.vote.choice
            sheet.text = try ballot.text.flatMap { try vault.open($0, in: tx) }
            sheet.sentAt = ballot.at
            sheet.receipt = ballot.receipt
        } else if let late = try Circulations.late(id, vault: vault, in: tx).first(where: { $0.user == person.id }) {
            sheet.choice = late.choice
            sheet.text = late.text
            sheet.sentAt = late.at
            sheet.isLate = true
        }
        return sheet
    }

    /// The report on a poll that is over, with what the caller may read of it.
    public static func report(on id: PollID, for caller: Caller, vault: Vault, in tx: borrowing Transaction) throws -> SlipReport {
        let lines = try Circulations.report(on: id, for: caller, vault: vault, in: tx)
        let (poll, meeting) = try PollRow.visible(id, to: caller, in: tx)
        let verdict = try PollCounting.verdict(of: poll, meeting: meeting, roster: Rosters.roster(of: meeting, in: tx), box: BallotBox.load(poll, in: tx), in: tx)
        return SlipReport(
            sheet: try blank(poll, meeting, for: caller, in: tx), lines: lines, because: BilingualText(vi: verdict.because.vi, en: verdict.because.en),
            summary: try Circulations.find(meeting.id, in: tx)?.summary ?? "")
    }

    private static func blank(_ poll: PollRow, _ meeting: MeetingRow, for caller: Caller, in tx: borrowing Transaction) throws -> SlipSheet {
        guard meeting.isCirculated, poll.secrecy == .open, poll.method == .approval, poll.openedAt != nil else { throw Refusal(.notFound) }
        let circulation = try Circulations.find(meeting.id, in: tx)
        let item = try poll.item.flatMap { try Agenda.item($0, of: meeting.id, in: tx) }
        let documents = try Documents.list(of: meeting.id, for: caller, in: tx)
        let submitter = circulation?.submitter ?? ""
        return SlipSheet(
            poll: poll.id, meeting: meeting.id, body: try tx.row("SELECT name FROM body WHERE id = \(meeting.body.text)")!.text("name"), number: circulation?.number ?? "",
            issuedOn: circulation?.issuedOn.flatMap { LocalTime($0, hour: 12, minute: 0)?.instant() } ?? meeting.convenedAt, submitter: submitter.isEmpty ? item?.submitter ?? "" : submitter,
            reason: circulation?.reason ?? "", question: poll.title, round: poll.round, subject: poll.subject,
            subjectTitle: poll.subject.flatMap { subject in documents.first { $0.id == subject.document }?.title },
            documents: documents.filter { $0.item == poll.item && $0.id != poll.subject?.document }.map(\.title), deadline: poll.closesAt, silence: poll.rules.circulation.silence, member: nil, choice: nil,
            text: nil, sentAt: nil, isLate: false, receipt: nil)
    }
}
