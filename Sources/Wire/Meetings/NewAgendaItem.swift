public import Rules

/// Body of `POST /meetings/{id}/agenda`.
public struct NewAgendaItem: Codable, Sendable {
    public var title: String
    /// discussion, opinion, vote or report.
    public var kind: String?
    /// What is asked of the members, in half a line.
    public var ask: String?
    /// The body or unit that submits it.
    public var submitter: String?
    public var rapporteur: String?
    public var minutesPlanned: Int?
    /// Below which item it comes, as the last; only where it is new.
    public var parentId: AgendaItemID?

    public init(
        title: String, kind: String? = nil, ask: String? = nil, submitter: String? = nil, rapporteur: String? = nil, minutesPlanned: Int? = nil,
        parentId: AgendaItemID? = nil
    ) {
        self.title = title
        self.kind = kind
        self.ask = ask
        self.submitter = submitter
        self.rapporteur = rapporteur
        self.minutesPlanned = minutesPlanned
        self.parentId = parentId
    }
}
