public import Rules
public import Store

/// A word from the secretariat on every screen. Its text may have to be erased one day, so it is sealed; whoever hears of it
/// gets the text when it is read from the log. Who: the body's secretary, admin.
public struct PostAnnouncement: SecretariatOfMeeting {
    public static let name: CommandName = "announcement.post"
    public static let maxLength = 2000
    public var meeting: MeetingID
    public var text: String
    public var sealedID: String
    public init(meeting: MeetingID, text: String, sealedID: String) {
        self.meeting = meeting
        self.text = text
        self.sealedID = sealedID
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.announcements, type: row.type)
        let text = try Text.checked(text, at: "/text", limit: Self.maxLength)
        let commitment = try act.vault.seal(text, id: sealedID, at: act.at.ms, in: tx)
        let seq = try tx.record(.announcementPosted, in: row.stream, to: Audience(.meeting(meeting)), AnnouncementFact(sealed: sealedID, text: commitment), by: act)
        try tx.execute("INSERT INTO announcement (meeting, seq, sealed, at) VALUES (\(meeting.text), \(seq), \(sealedID), \(act.at.ms))")
        return Done(seq: seq)
    }
}

struct AnnouncementFact: Codable, Sendable {
    var sealed: String
    /// Salted commitment to the text.
    var text: String
}

/// One announcement with its text; nil once erased.
public struct AnnouncementView: Sendable {
    public var seq: Int64
    public var at: Timestamp
    public var text: String?
}

extension Meetings {
    public static func announcements(in id: MeetingID, for caller: Caller, vault: Vault, tx: borrowing Transaction) throws -> [AnnouncementView] {
        _ = try MeetingRow.visible(id, to: caller, in: tx)
        return try announcements(in: id, vault: vault, tx: tx)
    }

    static func announcements(in id: MeetingID, vault: Vault, tx: borrowing Transaction) throws -> [AnnouncementView] {
        var views: [AnnouncementView] = []
        for row in try tx.rows("SELECT seq, sealed, at FROM announcement WHERE meeting = \(id.text) ORDER BY seq DESC LIMIT 200") {
            views.append(AnnouncementView(seq: row.integer("seq"), at: row.time("at"), text: try vault.open(row.text("sealed"), in: tx)))
        }
        return views
    }
}
