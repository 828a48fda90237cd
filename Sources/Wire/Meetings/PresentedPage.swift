public import Rules

/// Body of `PUT /meetings/{id}/presented-page`.
public struct PutPresentedPage: Codable, Sendable {
    public var documentId: DocumentID
    /// From 1.
    public var page: Int
}

/// The page that is before everybody.
public struct PresentedPage: Codable, Sendable, Equatable {
    public var documentId: DocumentID
    @Nullable public var itemId: AgendaItemID?
    public var version: Int
    public var page: Int
    public var pages: Int
    public var presenter: UserID
    public var at: String

    public init(documentId: DocumentID, itemId: AgendaItemID?, version: Int, page: Int, pages: Int, presenter: UserID, at: String) {
        self.documentId = documentId
        self.itemId = itemId
        self.version = version
        self.page = page
        self.pages = pages
        self.presenter = presenter
        self.at = at
    }
}
