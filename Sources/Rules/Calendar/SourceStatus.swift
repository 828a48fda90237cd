/// Whether the legal source of a piece of data has been confirmed by whoever is responsible for it.
public enum SourceStatus: String, Codable, Hashable, Sendable, CaseIterable {
    case confirmed, unconfirmed
}
