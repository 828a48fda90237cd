/// How a report came in.
public enum Channel: String, Codable, Hashable, Sendable, CaseIterable {
    case web, officer, integration, open311
}
