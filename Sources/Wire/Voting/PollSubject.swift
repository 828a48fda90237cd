public import Rules

/// The version of a document that is voted on; frozen when the poll opens.
public struct PollSubject: Codable, Sendable, Equatable {
    public var documentId: DocumentID
    public var version: Int
    /// Lower-case hex.
    public var sha256: String

    public init(documentId: DocumentID, version: Int, sha256: String) {
        self.documentId = documentId
        self.version = version
        self.sha256 = sha256
    }
}
