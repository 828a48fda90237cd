public import Rules
public import Store

/// The legal unit has checked a version of a body's rules against the law: who says so, in which act. From then on meetings that open
/// under this version are told as confirmed; those opened before keep the word of their day. Once; a version never changes.
/// A seeded version is confirmed for every body that uses it. Who: admin.
public struct ConfirmRules: Command {
    public static let name: CommandName = "body.confirm-rules"
    public var body: BodyID
    public var version: Int
    /// The legal unit: "Sở Tư pháp".
    public var authority: String
    /// Its act: "Công văn số 12/STP-VB ngày 03/11/2026".
    public var document: String
    public init(body: BodyID, version: Int, authority: String, document: String) {
        self.body = body
        self.version = version
        self.authority = authority
        self.document = document
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.house] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        try Standing.requireAdmin(caller)
        guard caller.person != nil else { throw Refusal(.authForbidden, ["needs": "person"]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        guard let id = try RuleSets.id(of: body, in: tx), try tx.exists("SELECT 1 FROM rule_set WHERE id = \(id) AND version = \(version)") else { throw Refusal(.notFound) }
        let authority = try Text.checked(authority, at: "/authority", limit: Text.nameLength)
        let document = try Text.checked(document, at: "/document", limit: Text.titleLength)
        guard try !tx.exists("SELECT 1 FROM rule_confirmation WHERE rule_set = \(id) AND version = \(version)") else { throw Refusal(.rulesConfirmed, ["version": "\(version)"]) }
        try tx.execute(
            """
            INSERT INTO rule_confirmation (rule_set, version, authority, act, entered_by, at)
            VALUES (\(id), \(version), \(authority), \(document), \(act.caller.person!.id.text), \(act.at.ms))
            """)
        try tx.execute("UPDATE body SET version = version + 1 WHERE id = \(body.text)")
        return Done(seq: try tx.record(.rulesConfirmed, in: .house, to: Audience(.house, .body(body)), BodyFact(body: body, ruleVersion: version), by: act))
    }
}
