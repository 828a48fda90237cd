import Foundation
import Rules
import Store

/// The law of reports as it lies in `Storage/Seeds`: policy, limits, units, categories, competence, calendars. Read at every start.
enum SeededLaw {
    /// The tree in force on a day: the newest whose day has come.
    static func load(seedsFolder: String, on date: CivilDate) throws -> (law: ReportLaw, trees: [UnitSeed]) {
        let calendars = try Calendars(seedsFolder: seedsFolder)
        let trees: [UnitSeed] = try files(in: seedsFolder + "/units", prefix: "hanoi-").sorted { $0.tree.validFrom < $1.tree.validFrom }
        guard let current = trees.last(where: { $0.tree.validFrom <= date }) ?? trees.first else { throw StoreFault.schema("Storage/Seeds/units holds no tree") }
        let rules: CompetenceSeed = try file(seedsFolder + "/units/competence.json")
        let categories: [CategorySeed] = try files(in: seedsFolder + "/categories")
        let policy: ReportPolicy = try file(seedsFolder + "/reports/policy.json")
        do {
            let forest = try UnitForest(current.tree, units: current.units)
            let table = CompetenceTable(rules: rules.rules, forest: forest, categories: try CategoryTree(categories.flatMap(\.categories)))
            let law = try ReportLaw(
                policy: policy, profiles: try files(in: seedsFolder + "/sla"), defaultProfile: ServiceProfileID(trusted: "mac-dinh"),
                calendars: Array(calendars.clocks.values), competence: table)
            return (law, trees)
        } catch {
            throw StoreFault.schema("the seeds of reports do not fit together: \(error)")
        }
    }

    /// Units into their table, those above first; names and trees are brought up to date, nothing is ever removed.
    static func seed(_ trees: [UnitSeed], in tx: borrowing Transaction) throws {
        var known: Set<UnitID> = []
        for tree in trees {
            let body = try Canonical.encode(tree.tree)
            try tx.execute(
                """
                INSERT INTO unit_tree (id, body, valid_from) VALUES (\(tree.tree.id.text), \(body), \(tree.tree.validFrom.description))
                ON CONFLICT (id) DO UPDATE SET body = excluded.body, valid_from = excluded.valid_from
                """)
        }
        var waiting = trees.flatMap(\.units)
        while !waiting.isEmpty {
            let ready = waiting.filter { unit in unit.parent.map { known.contains($0) } ?? true }
            guard !ready.isEmpty else { throw StoreFault.schema("units without a unit above them: \(waiting.map(\.id.text).prefix(3))") }
            for unit in ready {
                known.insert(unit.id)
                try tx.execute(
                    """
                    INSERT INTO unit (id, kind, name, parent, sort_key, record)
                    VALUES (\(unit.id.text), \(unit.kind.rawValue), \(unit.name.vi), \(unit.parent?.text), \(Folding.key(unit.name.vi)), \(try Canonical.encode(unit)))
                    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, parent = excluded.parent, sort_key = excluded.sort_key, record = excluded.record
                    """)
            }
            waiting.removeAll { known.contains($0.id) }
        }
    }

    /// What the calendars are, in one line: another line means that open clocks have to be counted anew.
    static func fingerprint(_ law: ReportLaw) -> String {
        law.calendars.values.map { "\($0.calendar.id):\($0.calendar.version)" }.sorted().joined(separator: " ")
    }

    private static func files<T: Decodable>(in folder: String, prefix: String = "") throws -> [T] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") && $0.hasPrefix(prefix) }.sorted().map { try file(folder + "/" + $0) }
    }

    private static func file<T: Decodable>(_ path: String) throws -> T {
        do {
            return try JSONDecoder().decode(T.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw StoreFault.schema("\(path) cannot be read: \(error)")
        }
    }
}
