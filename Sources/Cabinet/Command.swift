public import Rules
public import Store

/// One change of state. Decoded from HTTP, the command line, the clock or a simulation; always performed the same way.
public protocol Command: Sendable {
    associatedtype Receipt: Codable & Sendable

    /// Stable, in the log of receipts and in the docs: `vote.cast`.
    static var name: CommandName { get }

    /// What the command locks: meetings, reports, registers, the house. At most `Cabinet.maxStreams`.
    func streams(in tx: borrowing Transaction) throws -> [StreamID]

    /// Throws a `Refusal` unless the caller may do this.
    func authorise(_ caller: Caller, in tx: borrowing Transaction) throws

    /// Changes tables and appends facts; may refuse. Never waits, reads a clock or draws a random number but through `act`.
    func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt

    /// What follows outside the database once the change is on the disk. May come twice or, after a crash, never: the clockwork sweeps behind it.
    func afterCommit(_ cabinet: Cabinet)
}

extension Command {
    public func afterCommit(_ cabinet: Cabinet) {}
}

/// A command's name for ever.
public struct CommandName: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let text: String
    public init(stringLiteral value: String) { text = value }
    public var description: String { text }
}

/// The circumstances under which a command is performed.
public struct Act: Sendable {
    public let caller: Caller
    /// The instant of arrival, stamped outside, so that queueing makes no ballot late.
    public let at: Timestamp
    let vault: Vault
    let slipKeys: SlipKeys
    let random: @Sendable (Int) -> [UInt8]
    let seededLaw: ReportLaw?

    /// The law of reports, as it was loaded at the start.
    func law() throws -> ReportLaw {
        guard let seededLaw else { throw StoreFault.schema("the law of reports was not loaded") }
        return seededLaw
    }
}

/// The answer of a command that has nothing to say but that it happened.
public struct Done: Codable, Sendable, Equatable {
    /// `seq` of the fact in the command's stream; 0 where nothing changed.
    public var seq: Int64
    public init(seq: Int64) { self.seq = seq }
}
