/// What lies with an answer to prove it.
public struct Evidence: Codable, Hashable, Sendable {
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        case photo
        /// A document whose signature was found valid.
        case signedDocument
        case document
    }

    public var kind: Kind
    public var document: DocumentID
    /// Number of an official document, such as `412/TTr-SXD`.
    public var number: String?

    public init(kind: Kind, document: DocumentID, number: String? = nil) {
        self.kind = kind
        self.document = document
        self.number = number
    }
}
