public import Rules
public import Store

/// A step of conducting a poll; its meeting is locked. Who: whoever conducts the meeting.
public protocol ConductOfPoll: Command {
    var id: PollID { get }
}

extension ConductOfPoll {
    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { try PollRow.streams(of: id, in: tx) }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        try Standing.requireConduct(try PollRow.visible(id, to: caller, in: tx).meeting, caller, in: tx)
    }
}

/// One of the two counts of raised hands or called names. Who: whoever conducts the meeting, as a person: two of them have to agree.
public protocol CountOfPoll: ConductOfPoll {}

extension CountOfPoll {
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        try Standing.requireConduct(try PollRow.visible(id, to: caller, in: tx).meeting, caller, in: tx)
        guard caller.person != nil else { throw Refusal(.authForbidden, ["needs": "person"]) }
    }
}
