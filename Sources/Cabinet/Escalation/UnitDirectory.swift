public import Rules
public import Store

/// Names of people who work at a unit, for naming an officer.
public enum UnitDirectory {
    static let maxPeople = 500

    /// Officers and heads of a unit, by name; for its own people, the reception and administrators.
    public static func people(of unit: UnitID, for caller: Caller, in tx: borrowing Transaction) throws -> [AccountView] {
        let standing = try ReportStanding.of(caller, in: tx)
        guard caller.administers || standing.readsAll || standing.unit == unit else { throw Refusal(.authForbidden, ["needs": "officer"]) }
        guard try tx.exists("SELECT 1 FROM unit WHERE id = \(unit.text)") else { throw Refusal(.notFound) }
        return try tx.rows(
            """
            SELECT \(Accounts.columns) FROM account WHERE unit = \(unit.text) AND disabled = 0 AND (role = 'officer' OR head = 1) ORDER BY name, id LIMIT \(maxPeople)
            """
        ).map(AccountView.init)
    }

    /// Versions of the tree, the newest last.
    public static func trees(in tx: borrowing Transaction) throws -> [TreeVersion] {
        try tx.rows("SELECT body FROM unit_tree ORDER BY valid_from, id LIMIT 50").map { try Canonical.decode(TreeVersion.self, from: $0.text("body")) }
    }
}
