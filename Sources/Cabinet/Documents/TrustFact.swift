/// A fact about the trust list: which anchor came or went, and the version of the whole list since.
struct TrustFact: Codable, Sendable {
    enum Change: String, Codable { case added, removed }
    enum Source: String, Codable { case folder, stored }

    /// File name.
    var anchor: String
    var change: String
    var version: String
    var source: Source
    /// SHA-256 of each certificate in it; absent where only the name is known.
    var fingerprints: [String]?
}
