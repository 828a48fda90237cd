public import Rules

/// What anybody may read of a report: `GET /public/reports/{code}`.
public struct PublicReportBody: Codable, Sendable {
    public var code: TrackingCode
    public var state: ReportState
    public var bucket: Bucket
    public var bucketName: String
    public var urgency: Urgency
    @Nullable public var category: CategoryID?
    @Nullable public var place: UnitID?
    public var holder: UnitID
    public var holderName: String
    public var text: String
    public var address: String
    @Nullable public var latitude: Double?
    @Nullable public var longitude: Double?
    public var receivedAt: String
    @Nullable public var due: String?
    public var isLate: Bool
    @Nullable public var outcome: AnswerOutcome?
    @Nullable public var answer: String?
    @Nullable public var answeredAt: String?
    @Nullable public var conclusion: String?
    public var files: [ReportFileBody]
    public var timeline: [TimelineBody]
    @Nullable public var masterCode: TrackingCode?
    @Nullable public var rating: RatingLevel?
    /// Codes the reporter chose with it.
    public var ratingReasons: [RatingReasonID]
    /// What the holder of the private link may do.
    public var may: [String]

    public init(
        code: TrackingCode, state: ReportState, bucket: Bucket, bucketName: String, urgency: Urgency, category: CategoryID?, place: UnitID?, holder: UnitID, holderName: String,
        text: String, address: String, latitude: Double?, longitude: Double?, receivedAt: String, due: String?, isLate: Bool, outcome: AnswerOutcome?, answer: String?,
        answeredAt: String?, conclusion: String?, files: [ReportFileBody], timeline: [TimelineBody], masterCode: TrackingCode?, rating: RatingLevel?, ratingReasons: [RatingReasonID],
        may: [String]
    ) {
        self.code = code
        self.state = state
        self.bucket = bucket
        self.bucketName = bucketName
        self.urgency = urgency
        self.category = category
        self.place = place
        self.holder = holder
        self.holderName = holderName
        self.text = text
        self.address = address
        self.latitude = latitude
        self.longitude = longitude
        self.receivedAt = receivedAt
        self.due = due
        self.isLate = isLate
        self.outcome = outcome
        self.answer = answer
        self.answeredAt = answeredAt
        self.conclusion = conclusion
        self.files = files
        self.timeline = timeline
        self.masterCode = masterCode
        self.rating = rating
        self.ratingReasons = ratingReasons
        self.may = may
    }
}
