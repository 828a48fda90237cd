public import Rules

/// Body of `PUT /meetings/{id}/agenda/{itemId}/place`.
public struct PutItemPlace: Codable, Sendable {
    /// Below which item; null or absent for the top.
    public var parentId: AgendaItemID?
    /// From 1 among the items there; null or absent for the last.
    public var place: Int?

    public init(parentId: AgendaItemID? = nil, place: Int? = nil) {
        self.parentId = parentId
        self.place = place
    }
}
