public import Rules
public import Store

/// The public text of a conclusion is released: citizens whose reports led to it may read it (invariant vii). Who: the presiding person, the body's
/// secretary.
public struct ReleaseConclusion: Command {
    public static let name: CommandName = "conclusion.release"
    public var id: ConclusionID
    /// What is released; nil: the public text as it was signed.
    public var publicText: String?

    public init(id: ConclusionID, publicText: String? = nil) {
        self.id = id
        self.publicText = publicText
    }

    private func meeting(in tx: borrowing Transaction) throws -> MeetingID {
        guard let row = try tx.row("SELECT meeting FROM conclusion WHERE id = \(id.text)") else { throw Refusal(.notFound) }
        return row.id("meeting")
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { [.meeting(try meeting(in: tx))] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        try Standing.requireConduct(try MeetingRow.visible(try meeting(in: tx), to: caller, in: tx), caller, in: tx)
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let meeting = try meeting(in: tx)
        let row = try tx.row("SELECT item, public_text, released_at FROM conclusion WHERE id = \(id.text)")!
        let text = try Text.checked(publicText ?? row.text("public_text"), at: "/publicText", limit: Text.proseLength)
        if row.optionalInteger("released_at") != nil, text == row.text("public_text") { return Done(seq: 0) }
        try tx.execute("UPDATE conclusion SET public_text = \(text), released_at = \(act.at.ms), version = version + 1 WHERE id = \(id.text)")
        try ChainCheck.requireWhole(around: row.id("item"), act, in: tx)
        let fact = ConclusionFact(meeting: meeting, item: row.id("item"), conclusion: id, tasks: [])
        return Done(seq: try tx.record(.conclusionReleased, in: .meeting(meeting), to: .of(row.id("item"), in: meeting), fact, by: act))
    }
}
