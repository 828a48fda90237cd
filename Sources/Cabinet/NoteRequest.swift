public import Rules
public import Store

/// Remembers that a request was made under a key, for questions that change nothing but must not be mistaken for another's answer.
/// Who: anyone who is signed in.
public struct NoteRequest: Command {
    public static let name: CommandName = "request.note"
    public init() {}

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {}
    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done { Done(seq: 0) }
}
