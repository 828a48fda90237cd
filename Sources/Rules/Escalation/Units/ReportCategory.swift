/// What reports are about, as it lies in `Storage/Seeds/categories/*.json`.
public struct ReportCategory: Codable, Hashable, Sendable {
    /// What must lie with an answer "resolved" in this category.
    public enum EvidencePolicy: String, Codable, Sendable, CaseIterable {
        case photoOrSignedDocument
        /// The category waives evidence; the waiver is noted with the answer.
        case waived
    }

    public var code: CategoryID
    public var parent: CategoryID?
    public var name: BilingualText
    /// Words by which a submission is recognised, Vietnamese.
    public var keywords: [String]
    public var profile: ServiceProfileID
    /// Two reports further apart are never suggested as the same thing.
    public var duplicateRadiusM: Int
    public var duplicateDays: Int
    public var evidence: EvidencePolicy
    public var defaultUrgency: Urgency
    public var isPublic: Bool
    public var source: String

    public init(
        code: CategoryID, parent: CategoryID? = nil, name: BilingualText, keywords: [String] = [], profile: ServiceProfileID, duplicateRadiusM: Int = 50,
        duplicateDays: Int = 30, evidence: EvidencePolicy = .photoOrSignedDocument, defaultUrgency: Urgency = .normal, isPublic: Bool = true, source: String
    ) {
        self.code = code
        self.parent = parent
        self.name = name
        self.keywords = keywords
        self.profile = profile
        self.duplicateRadiusM = duplicateRadiusM
        self.duplicateDays = duplicateDays
        self.evidence = evidence
        self.defaultUrgency = defaultUrgency
        self.isPublic = isPublic
        self.source = source
    }
}
