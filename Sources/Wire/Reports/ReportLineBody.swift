public import Rules

/// A line of `GET /reports`.
public struct ReportLineBody: Codable, Sendable {
    public var id: ReportID
    public var code: TrackingCode
    public var state: ReportState
    public var stateCode: String
    public var bucket: Bucket
    public var urgency: Urgency
    @Nullable public var category: CategoryID?
    @Nullable public var place: UnitID?
    public var holder: UnitID
    public var holderName: String
    @Nullable public var officer: UserID?
    public var excerpt: String
    public var address: String
    public var receivedAt: String
    @Nullable public var due: String?
    @Nullable public var light: TrafficLight?
    public var version: Int64

    public init(
        id: ReportID, code: TrackingCode, state: ReportState, bucket: Bucket, urgency: Urgency, category: CategoryID?, place: UnitID?, holder: UnitID, holderName: String,
        officer: UserID?, excerpt: String, address: String, receivedAt: String, due: String?, light: TrafficLight?, version: Int64
    ) {
        self.id = id
        self.code = code
        self.state = state
        stateCode = state.code
        self.bucket = bucket
        self.urgency = urgency
        self.category = category
        self.place = place
        self.holder = holder
        self.holderName = holderName
        self.officer = officer
        self.excerpt = excerpt
        self.address = address
        self.receivedAt = receivedAt
        self.due = due
        self.light = light
        self.version = version
    }
}
