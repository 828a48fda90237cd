import Foundation
public import Rules
public import Store

/// The law of each meeting type: records of `Storage/Seeds/meeting-types`, loaded at each start; a version once loaded never changes.
public enum MeetingTypes {
    static func records(in folder: String) throws -> [MeetingTypeRule] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }.sorted()
        return try names.flatMap { name in
            do {
                return try JSONDecoder().decode([MeetingTypeRule].self, from: Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
            } catch {
                throw StoreFault.schema("\(name) is no list of meeting types: \(error)")
            }
        }
    }

    static func seed(_ rule: MeetingTypeRule, at now: Timestamp, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO meeting_type_rule (type, version, body, created_at) VALUES (\(rule.type.rawValue), \(rule.version), \(try Canonical.encode(rule)), \(now.ms))
            ON CONFLICT (type, version) DO NOTHING
            """)
    }

    /// The newest version; nil where none was ever loaded.
    public static func rule(of type: MeetingType, in tx: borrowing Transaction) throws -> MeetingTypeRule? {
        try tx.row("SELECT body FROM meeting_type_rule WHERE type = \(type.rawValue) ORDER BY version DESC LIMIT 1").map {
            try Canonical.decode(MeetingTypeRule.self, from: $0.text("body"))
        }
    }
}

/// On what ground a meeting was called.
public struct ConveningView: Sendable, Equatable {
    public var ground: ConveningGround?
    public var note: String
    /// Nobody named it: convening took the first of the type.
    public var isAssumed: Bool
    /// Members who asked for it, in the order of protocol.
    public var requestedBy: [UserID]
    public var requestedByNames: [String]
    /// How many of them it needs; nil for other grounds.
    public var needed: Int?
    public var rule: MeetingTypeRule?
}

extension Meetings {
    public static func convening(of id: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> ConveningView {
        try convening(of: try MeetingRow.visible(id, to: caller, in: tx), in: tx)
    }

    static func convening(of meeting: MeetingRow, in tx: borrowing Transaction) throws -> ConveningView {
        let row = try tx.row("SELECT convening_ground, convening_note, convening_assumed FROM meeting WHERE id = \(meeting.id.text)")!
        let asked = Set(
            try tx.rows("SELECT account FROM convening_request WHERE meeting = \(meeting.id.text) ORDER BY account LIMIT \(PollCount.maximumSeats)").map {
                $0.id("account", OfUser.self)
            })
        let seats = try Rosters.roster(of: meeting, in: tx).filter { $0.role.isSeat }
        let ground = row.optionalText("convening_ground").flatMap(ConveningGround.init(rawValue:))
        let rule = try MeetingTypes.rule(of: meeting.type, in: tx)
        let signers = seats.filter { asked.contains($0.user) }
        return ConveningView(
            ground: ground, note: row.text("convening_note"), isAssumed: row.bool("convening_assumed"), requestedBy: signers.map(\.user), requestedByNames: signers.map(\.name),
            needed: ground == .members ? rule.map { max(1, $0.requestShare.smallestReaching(seats.count)) } : nil, rule: rule)
    }
}
