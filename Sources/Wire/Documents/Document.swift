public import Rules

/// A document of a meeting; the first five fields are all that an upload's answer promises (contract §2).
public struct Document: Codable, Sendable, Equatable {
    /// The overall verdict; the whole of it stands at `/documents/{id}/signatures`.
    public struct Signatures: Codable, Sendable, Equatable {
        /// TOTAL_PASSED, INDETERMINATE or TOTAL_FAILED (ETSI EN 319 102-1).
        public var indication: String
        @Nullable public var subIndication: String?

        public init(indication: String, subIndication: String?) {
            self.indication = indication
            self.subIndication = subIndication
        }
    }

    public var id: DocumentID
    public var version: Int
    /// Lower-case hex.
    public var sha256: String
    public var bytes: Int64
    public var state: DocumentState
    @Nullable public var meetingId: MeetingID?
    @Nullable public var itemId: AgendaItemID?
    @Nullable public var title: String?
    @Nullable public var kind: DocumentKind?
    @Nullable public var fileName: String?
    /// Null until the document has been looked into.
    @Nullable public var pages: Int?
    /// Whether the members may read it.
    @Nullable public var released: Bool?
    /// Null until the signatures have been verified.
    @Nullable public var signatures: Signatures?

    public init(
        id: DocumentID, meetingId: MeetingID?, itemId: AgendaItemID?, title: String?, kind: DocumentKind?, fileName: String?, version: Int, sha256: String,
        bytes: Int64, state: DocumentState, pages: Int?, released: Bool?, signatures: Signatures?
    ) {
        self.id = id
        self.version = version
        self.sha256 = sha256
        self.bytes = bytes
        self.state = state
        self.meetingId = meetingId
        self.itemId = itemId
        self.title = title
        self.kind = kind
        self.fileName = fileName
        self.pages = pages
        self.released = released
        self.signatures = signatures
    }
}
