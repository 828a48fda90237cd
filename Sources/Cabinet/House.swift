import Foundation
import Rules
public import Store

/// What every folder has, made at the first start and loaded at each: its identity and the seeded law.
public enum House {
    /// Gives a new folder its epoch and loads the rule sets of `Storage/Seeds/rules`.
    public static func prepare(_ cabinet: Cabinet, seedsFolder: String) async throws {
        let records = try ruleRecords(in: seedsFolder + "/rules")
        let types = try MeetingTypes.records(in: seedsFolder + "/meeting-types")
        let epoch = cabinet.surroundings.newID()
        let now = cabinet.surroundings.now()
        let (law, trees) = try SeededLaw.load(seedsFolder: seedsFolder, on: now.inVietnam.date)
        try await cabinet.store.write { tx in
            try tx.execute("INSERT INTO folder (id, epoch) VALUES (1, \(epoch)) ON CONFLICT (id) DO NOTHING")
            for type in types { try MeetingTypes.seed(type, at: now, in: tx) }
            for record in records { try RuleSets.seed(id: record.id, version: record.version, rules: record.rules, at: now, in: tx) }
            try SeededLaw.seed(trees, in: tx)
            let calendars = SeededLaw.fingerprint(law)
            // Calendars that change while open clocks are still being counted anew begin from the first report again.
            try tx.execute(
                """
                INSERT INTO recount (id, calendars, done_for, after) VALUES (1, \(calendars), \(calendars), '')
                ON CONFLICT (id) DO UPDATE SET after = CASE WHEN recount.calendars = excluded.calendars THEN recount.after ELSE '' END, calendars = excluded.calendars
                """)
        }
        cabinet.adopt(law)
    }

    /// Whether nobody has an account yet.
    public static func isEmpty(in tx: borrowing Transaction) throws -> Bool {
        try !tx.exists("SELECT 1 FROM account LIMIT 1")
    }

    private static func ruleRecords(in folder: String) throws -> [RuleRecord] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }.sorted()
        return try names.map { name in
            let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
            do {
                return try JSONDecoder().decode(RuleRecord.self, from: data)
            } catch {
                throw StoreFault.schema("\(name) is no rule record: \(error)")
            }
        }
    }
}
