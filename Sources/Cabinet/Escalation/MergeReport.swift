public import Rules
public import Store

/// T21: a report is the same thing as another, or is ended with an explanation that the public may read. It keeps its code, its reporter and the right to
/// dispute; it is in its master's bucket. Who: officers of the unit that holds it, the reception.
public struct MergeReport: Command {
    public static let name: CommandName = "report.merge"
    public var id: ReportID
    public var master: ReportID?
    public var explanation: String?
    /// The choice to merge into a report that is closed was made knowingly.
    public var intoClosed: Bool

    public init(id: ReportID, master: ReportID?, explanation: String? = nil, intoClosed: Bool = false) {
        self.id = id
        self.master = master
        self.explanation = explanation
        self.intoClosed = intoClosed
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] {
        try [.report(id)] + (master.map { [.report(try ReportMoving.root(of: $0, in: tx))] } ?? [])
    }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { _ = try ReportRow.visible(id, to: caller, in: tx) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> ReportReceipt {
        var root: ReportCommand.Merging.Master?
        if let master {
            guard let found = try ReportRow.find(try ReportMoving.root(of: master, in: tx), in: tx) else {
                throw Refusal(ReportRefusal(.incomplete, fields: [.init(pointer: "/master", reason: "report.no-such-master")]))
            }
            root = .init(id: found.id, code: found.report.code, state: found.report.state)
        }
        return try ReportMoving.apply(.merge(.init(master: root, explanation: explanation.map(Text.clean), intoClosed: intoClosed)), to: id, act, in: tx)
    }
}
