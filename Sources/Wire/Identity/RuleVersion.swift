public import Rules

/// One version of a body's rules, as `GET /bodies/{id}/rules` lists them, the newest first.
public struct RuleVersion: Codable, Sendable, Equatable {
    /// The legal unit's word on it.
    public struct Confirmation: Codable, Sendable, Equatable {
        public var authority: String
        public var document: String
        /// Who entered it.
        public var userId: UserID
        public var at: String

        public init(authority: String, document: String, userId: UserID, at: String) {
            self.authority = authority
            self.document = document
            self.userId = userId
            self.at = at
        }
    }

    public var version: Int
    public var current: Bool
    public var createdAt: String
    public var rules: RuleSet
    @Nullable public var confirmation: Confirmation?

    public init(version: Int, current: Bool, createdAt: String, rules: RuleSet, confirmation: Confirmation?) {
        self.version = version
        self.current = current
        self.createdAt = createdAt
        self.rules = rules
        self.confirmation = confirmation
    }
}
