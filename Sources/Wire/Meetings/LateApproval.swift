/// Body of `POST /meetings/{id}/agenda/{itemId}/approve-late`; none needed from the presiding person.
public struct LateApproval: Codable, Sendable {
    /// How the chair said so, where another records it.
    public var note: String?

    public init(note: String? = nil) { self.note = note }
}
