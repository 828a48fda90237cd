/// `Storage/Seeds/categories/*.json`
public struct CategorySeed: Codable, Hashable, Sendable {
    public var version: Int
    public var source: String
    public var status: SourceStatus
    public var categories: [ReportCategory]
}
