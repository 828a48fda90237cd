/// How much a dossier must hold; data with defaults from the domain page.
public struct DossierPolicy: Codable, Hashable, Sendable {
    /// Options to choose between; one of them may be to wait.
    public var minimumOptions: Int
    public var maximumOptions: Int
    /// Whether the unit's signed report must lie with it, and not only a photo or a document.
    public var signedReportRequired: Bool
    public var maximumAttachments: Int
    /// Longest text of one field, in characters.
    public var maximumText: Int

    public init(minimumOptions: Int = 2, maximumOptions: Int = 10, signedReportRequired: Bool = false, maximumAttachments: Int = 100, maximumText: Int = 20_000) {
        self.minimumOptions = minimumOptions
        self.maximumOptions = maximumOptions
        self.signedReportRequired = signedReportRequired
        self.maximumAttachments = maximumAttachments
        self.maximumText = maximumText
    }
}
