public import Rules

/// One step of a report's way.
public struct TimelineBody: Codable, Sendable {
    public var seq: Int
    public var kind: HopKind
    public var name: String
    @Nullable public var from: ReportState?
    public var to: ReportState
    @Nullable public var fromUnit: UnitID?
    @Nullable public var toUnit: UnitID?
    /// Who had it after the step …
    public var holder: UnitID
    /// … and until when.
    @Nullable public var due: String?
    public var at: String
    @Nullable public var actor: String?
    @Nullable public var reason: String?
    @Nullable public var rule: CompetenceRuleID?
    /// The sentence the citizen reads; null when he was told nothing.
    @Nullable public var told: String?
    @Nullable public var silence: CitizenNotice.Silence?
    @Nullable public var note: String?

    public init(
        seq: Int, kind: HopKind, name: String, from: ReportState?, to: ReportState, fromUnit: UnitID?, toUnit: UnitID?, holder: UnitID, due: String?, at: String, actor: String?,
        reason: String?, rule: CompetenceRuleID?, told: String?, silence: CitizenNotice.Silence?, note: String?
    ) {
        self.seq = seq
        self.kind = kind
        self.name = name
        self.from = from
        self.to = to
        self.fromUnit = fromUnit
        self.toUnit = toUnit
        self.holder = holder
        self.due = due
        self.at = at
        self.actor = actor
        self.reason = reason
        self.rule = rule
        self.told = told
        self.silence = silence
        self.note = note
    }
}

/// A photo or paper of a report.
public struct ReportFileBody: Codable, Sendable {
    public var id: DocumentID
    public var side: String
    public var kind: Evidence.Kind
    public var sha256: String
    public var bytes: Int64
    public var mediaType: String
    public var name: String
    @Nullable public var widthPx: Int?
    @Nullable public var heightPx: Int?
    public var at: String
    public var isPublic: Bool

    public init(
        id: DocumentID, side: String, kind: Evidence.Kind, sha256: String, bytes: Int64, mediaType: String, name: String, widthPx: Int?, heightPx: Int?, at: String, isPublic: Bool
    ) {
        self.id = id
        self.side = side
        self.kind = kind
        self.sha256 = sha256
        self.bytes = bytes
        self.mediaType = mediaType
        self.name = name
        self.widthPx = widthPx
        self.heightPx = heightPx
        self.at = at
        self.isPublic = isPublic
    }
}
