/// Who is asking. Made by Web from a session or token, by the clock, or by the operator at the machine.
public enum Caller: Hashable, Sendable {
    case person(Person)
    /// The server itself, when an instant has come.
    case clock
    /// Someone with access to the data folder.
    case `operator`
    /// Anybody, without an account: may submit a report and read what is public.
    case visitor
    /// Who holds the private link of one report.
    case reporter(ReportID)

    public struct Person: Hashable, Sendable {
        public var id: UserID
        public var role: AccountRole
        public var scope: TokenScope
        /// When he last gave his password in this session; nil: never, or no session.
        public var authenticatedAt: Timestamp?
        public init(id: UserID, role: AccountRole, scope: TokenScope = .all, authenticatedAt: Timestamp? = nil) {
            self.id = id
            self.role = role
            self.scope = scope
            self.authenticatedAt = authenticatedAt
        }
    }

    /// As it stands in the log.
    public var actor: String {
        switch self {
        case .person(let person): "person:\(person.id)"
        case .clock: "clock"
        case .operator: "operator"
        case .visitor: "visitor"
        case .reporter(let report): "reporter:\(report)"
        }
    }

    public var person: Person? {
        if case .person(let person) = self { person } else { nil }
    }

    /// May do what an administrator may: an admin, the operator, the clock.
    public var administers: Bool {
        switch self {
        case .person(let person): person.role == .admin
        case .clock, .operator: true
        case .visitor, .reporter: false
        }
    }
}
