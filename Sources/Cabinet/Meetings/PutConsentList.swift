public import Rules
public import Store

/// Opens the polls of the consent list together; each keeps its own question, subject, ballots and verdict. Who: the presiding person,
/// the body's secretary, admin.
public struct OpenConsentList: ConductOfMeeting {
    public struct Receipt: Codable, Sendable { public var polls: [PollID] }
    public static let name: CommandName = "consent.open"
    /// Most polls that are put together.
    public static let maxPolls = 50
    public var meeting: MeetingID

    public init(meeting: MeetingID) { self.meeting = meeting }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.pollOpening, type: row.type)
        let polls = try ConsentList.proposed(in: row, at: act.at, tx).prefix(Self.maxPolls).map(\.id)
        guard !polls.isEmpty else { throw Refusal(.consentEmpty) }
        for poll in polls {
            _ = try OpenPoll(id: poll).perform(act, in: tx)
            try tx.execute("INSERT INTO consent_poll (poll, meeting, at) VALUES (\(poll.text), \(meeting.text), \(act.at.ms)) ON CONFLICT (poll) DO NOTHING")
        }
        // Each poll made its own item the current one; the session stays where it was.
        if let item = row.currentItem {
            try tx.execute("UPDATE meeting SET current_item = \(item.text), version = version + 1 WHERE id = \(meeting.text)")
            try tx.record(.itemCurrent, in: row.stream, to: Audience(.meeting(meeting)), MeetingFact(meeting, item: item), by: act)
        }
        return Receipt(polls: polls)
    }
}

/// One choice for all polls of the consent list that are open: a ballot in each, with a receipt each. Polls on items in which the voter
/// takes no part are left out. Who: the holder of a seat, for himself.
public struct CastConsent: Command {
    public struct Ballot: Codable, Sendable {
        public var poll: PollID
        public var seq: Int64
        public var receipt: String
    }
    public struct Receipt: Codable, Sendable { public var ballots: [Ballot] }
    public static let name: CommandName = "consent.cast"
    public var meeting: MeetingID
    public var choice: Choice

    public init(meeting: MeetingID, choice: Choice) {
        self.meeting = meeting
        self.choice = choice
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(meeting)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        let row = try MeetingRow.visible(meeting, to: caller, in: tx)
        guard let person = caller.person, try Rosters.line(of: person.id, in: row, tx)?.role.isSeat == true else {
            throw Refusal(.ballotNotEntitled, ["reason": "no-seat"])
        }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        let voter = act.caller.person!.id
        let open = try ConsentList.open(in: meeting, tx)
        guard !open.isEmpty else { throw Refusal(.pollNotOpen, ["state": PollState.closed.rawValue]) }
        var ballots: [Ballot] = []
        for poll in open where try !PollCounting.recused(from: poll, in: tx).contains(voter) {
            let cast = CastVote(poll: poll.id, choice: choice, text: nil, sealedID: "")
            try cast.authorise(act.caller, in: tx)
            let receipt = try cast.perform(act, in: tx)
            ballots.append(Ballot(poll: poll.id, seq: receipt.seq, receipt: receipt.receipt ?? ""))
        }
        guard !ballots.isEmpty else { throw Refusal(.ballotRecused) }
        return Receipt(ballots: ballots)
    }
}

/// Closes the polls of the consent list; each says what it decided. Who: the presiding person, the body's secretary, admin.
public struct CloseConsentList: ConductOfMeeting {
    public struct Receipt: Codable, Sendable { public var polls: [PollID] }
    public static let name: CommandName = "consent.close"
    public var meeting: MeetingID

    public init(meeting: MeetingID) { self.meeting = meeting }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        let open = try ConsentList.open(in: meeting, tx).map(\.id)
        guard !open.isEmpty else { throw Refusal(.pollNotOpen, ["state": PollState.closed.rawValue]) }
        for poll in open { _ = try ClosePoll(id: poll).perform(act, in: tx) }
        return Receipt(polls: open)
    }
}
