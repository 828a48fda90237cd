public import Rules

/// Body of `POST /reports`.
public struct ReportSubmission: Codable, Sendable {
    public struct Contact: Codable, Sendable {
        public var name: String?
        public var phone: String?
        public var email: String?
    }

    public var text: String
    /// onTheSpot when absent.
    public var legalKind: LegalKind?
    public var category: CategoryID?
    /// The category's when absent.
    public var urgency: Urgency?
    /// The local unit in whose territory it is.
    public var place: UnitID?
    public var address: String?
    public var latitude: Double?
    public var longitude: Double?
    public var contact: Contact?
    public var isCollective: Bool?
    /// For integrations: the same code again is the same report.
    public var externalCode: String?
}

/// Answer of `POST /reports`.
public struct ReportSubmitted: Codable, Sendable {
    public var id: ReportID
    public var code: TrackingCode
    public var due: String
    /// Told once; null when the same request or external code came again.
    @Nullable public var privateLink: String?

    public init(id: ReportID, code: TrackingCode, due: String, privateLink: String?) {
        self.id = id
        self.code = code
        self.due = due
        self.privateLink = privateLink
    }
}
