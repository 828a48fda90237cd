public import Rules
public import Store

/// The owner gave his password once more, checked outside: for a while his session may do what a session left on a desk may not.
/// Who: the account's owner.
public struct Reauthenticate: Command {
    public static let name: CommandName = "session.reauthenticate"
    public var session: String
    public var account: UserID

    public init(session: String, account: UserID) {
        self.session = session
        self.account = account
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.person(account)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        guard caller.person?.id == account else { throw Refusal(.authForbidden, ["needs": "person"]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        guard try tx.execute("UPDATE session SET authenticated_at = \(act.at.ms) WHERE id = \(session) AND account = \(account.text) AND ended_at IS NULL") == 1 else {
            throw Refusal(.notFound)
        }
        return Done(seq: try tx.record(.sessionConfirmed, in: .person(account), to: Audience(.person(account), .house), SessionFact(session: session), by: act))
    }
}
