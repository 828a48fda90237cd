public import Rules
public import Store

/// A command about one meeting, which is all it locks.
public protocol MeetingCommand: Command {
    var meeting: MeetingID { get }
}

extension MeetingCommand {
    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(meeting)] }
}

/// A step of conducting a meeting. Who: the presiding person; the body's secretary and admin on his behalf (the log says who).
public protocol ConductOfMeeting: MeetingCommand {}

extension ConductOfMeeting {
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        try Standing.requireConduct(try MeetingRow.visible(meeting, to: caller, in: tx), caller, in: tx)
    }
}

/// What is written down of a meeting. Who: the body's secretary, admin.
public protocol SecretariatOfMeeting: MeetingCommand {}

extension SecretariatOfMeeting {
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        try Standing.requireSecretary(caller, of: try MeetingRow.visible(meeting, to: caller, in: tx).body, in: tx)
    }
}
