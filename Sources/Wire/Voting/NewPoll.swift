public import Rules

/// Body of `POST /meetings/{id}/polls`.
public struct NewPoll: Codable, Sendable {
    public struct Option: Codable, Sendable, Equatable {
        public var title: String

        public init(title: String) { self.title = title }
    }

    public var title: String
    public var agendaItemId: AgendaItemID?
    /// What is voted on.
    public var subject: PollSubject?
    public var method: PollMethod
    public var secrecy: PollSecrecy
    public var options: [Option]?
    public var maxSelections: Int?
    /// What differs from the rules of the body.
    public var rules: RuleSetPatch?
    /// atClose when absent.
    public var show: PollShow?
    /// RFC 3339; the poll then closes by itself.
    public var closesAt: String?

    /// The poll that is put again.
    public var repeats: PollID?
    /// The poll in preparation whose text this one would change; it comes first.
    public var amends: PollID?
    /// The poll closes by itself this long after it was opened.
    public var durationSeconds: Int64?
    /// devices when absent.
    public var taking: PollTaking?

    public init(
        title: String, agendaItemId: AgendaItemID? = nil, subject: PollSubject? = nil, method: PollMethod, secrecy: PollSecrecy, options: [Option]? = nil,
        maxSelections: Int? = nil, rules: RuleSetPatch? = nil, show: PollShow? = nil, closesAt: String? = nil,
        repeats: PollID? = nil, amends: PollID? = nil, durationSeconds: Int64? = nil, taking: PollTaking? = nil
    ) {
        self.title = title
        self.agendaItemId = agendaItemId
        self.subject = subject
        self.method = method
        self.secrecy = secrecy
        self.options = options
        self.maxSelections = maxSelections
        self.rules = rules
        self.show = show
        self.closesAt = closesAt
        self.repeats = repeats
        self.amends = amends
        self.durationSeconds = durationSeconds
        self.taking = taking
    }
}
