public import Rules
public import Store

/// A slip that comes after the deadline: recorded as late, never counted; may be sent once. The text is sealed.
/// Who: the holder of a seat who returned no slip in time.
public struct RecordLateSlip: Command {
    public static let name: CommandName = "slip.record-late"
    public var poll: PollID
    public var choice: Choice
    public var text: String?
    public var sealedID: String
    public init(poll: PollID, choice: Choice, text: String?, sealedID: String) {
        self.poll = poll
        self.choice = choice
        self.text = text
        self.sealedID = sealedID
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { try PollRow.streams(of: poll, in: tx) }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        _ = try PollRow.visible(poll, to: caller, in: tx)
        guard caller.person != nil else { throw Refusal(.ballotNotEntitled, ["reason": "no-seat"]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let (row, meeting) = try PollRow.visible(poll, to: act.caller, in: tx)
        let voter = act.caller.person!.id
        guard meeting.isCirculated, row.state == .closed, row.method == .approval, row.secrecy == .open else {
            throw Refusal(.pollWrongState, ["state": row.state.rawValue, "action": "late-slip"])
        }
        guard let line = try Rosters.line(of: voter, in: meeting, tx), line.role.isSeat else { throw Refusal(.ballotNotEntitled, ["reason": "no-seat"]) }
        guard try !PollCounting.recused(from: row, in: tx).contains(voter) else { throw Refusal(.ballotRecused) }
        let hasSlip = try tx.exists("SELECT 1 FROM ballot WHERE poll = \(poll.text) AND account = \(voter.text)")
        guard try !hasSlip && !tx.exists("SELECT 1 FROM late_slip WHERE poll = \(poll.text) AND account = \(voter.text)") else { throw Refusal(.ballotAlreadyCast) }
        var sealed: String?
        if let text {
            let clean = try Text.checked(text, at: "/text", limit: Text.proseLength, mayBeEmpty: true)
            if !clean.isEmpty {
                _ = try act.vault.seal(clean, id: sealedID, at: act.at.ms, in: tx)
                sealed = sealedID
            }
        }
        try tx.execute(
            "INSERT INTO late_slip (poll, account, choice, text, at) VALUES (\(poll.text), \(voter.text), \(choice.rawValue), \(sealed), \(act.at.ms))")
        let audience = Audience(.chair(meeting.id), .secretariat(meeting.body), .person(voter))
        return Done(seq: try tx.record(.slipLate, in: meeting.stream, to: audience, BallotReceived(poll: poll, userId: voter), by: act))
    }
}
