public import Rules
public import Store

/// The same question once more, as the next round, in preparation, that names the one it repeats: after an annulment, a tie, a lost quorum.
/// What stands as adopted is annulled first; a round is repeated once.
/// Who: the presiding person, the body's secretary, admin.
public struct RepeatPoll: Command {
    public struct Receipt: Codable, Sendable { public var id: PollID }
    public static let name: CommandName = "poll.repeat"
    public var of: PollID
    public var id: PollID
    public init(of: PollID, as id: PollID) {
        self.of = of
        self.id = id
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { try PollRow.streams(of: of, in: tx) }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        try Standing.requireConduct(try PollRow.visible(of, to: caller, in: tx).meeting, caller, in: tx)
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        let (poll, meeting) = try PollRow.visible(of, to: act.caller, in: tx)
        guard poll.state == .closed || poll.state == .annulled else { throw Refusal(.pollWrongState, ["state": poll.state.rawValue, "action": "repeat"]) }
        let options = try BallotBox.empty(poll, in: tx).options.enumerated().map { PollOption(id: PollOptionID(trusted: "\(id)-\($0.offset + 1)"), title: $0.element.title) }
        let again = CreatePoll(
            id: id, meeting: meeting.id, title: poll.title, item: poll.item, subject: poll.subject, method: poll.method, secrecy: poll.secrecy, rules: poll.patch,
            show: poll.show, closesAt: nil, options: options, places: poll.method == .approval ? nil : poll.places, repeats: of, amends: poll.amends,
            durationS: poll.durationS, taking: poll.taking)
        return Receipt(id: try again.perform(act, in: tx).id)
    }
}
