public import Rules

/// A slip as a paper: the caller's own where he has a seat, else the empty form.
public struct OpinionSlip: Codable, Sendable, Equatable {
    public struct Member: Codable, Sendable, Equatable {
        public var name: String
        public var title: String
        public init(name: String, title: String) {
            self.name = name
            self.title = title
        }
    }

    public struct Draft: Codable, Sendable, Equatable {
        public var documentId: DocumentID
        @Nullable public var title: String?
        public var version: Int
        public var sha256: String
        public init(documentId: DocumentID, title: String?, version: Int, sha256: String) {
            self.documentId = documentId
            self.title = title
            self.version = version
            self.sha256 = sha256
        }
    }

    public var pollId: PollID
    public var body: String
    public var number: String
    @Nullable public var issuedOn: String?
    public var submitter: String
    public var reason: String
    public var question: String
    /// The version that is asked about.
    @Nullable public var draft: Draft?
    /// Titles of the papers of its item.
    public var documents: [String]
    @Nullable public var deadline: String?
    /// What a slip that is not returned means: notCounted or agree.
    public var silence: RuleSet.Circulation.Silence
    @Nullable public var member: Member?
    @Nullable public var choice: Choice?
    @Nullable public var text: String?
    @Nullable public var sentAt: String?
    public var late: Bool
    @Nullable public var receipt: String?

    public init(
        pollId: PollID, body: String, number: String, issuedOn: String?, submitter: String, reason: String, question: String, draft: Draft?, documents: [String],
        deadline: String?, silence: RuleSet.Circulation.Silence, member: Member?, choice: Choice?, text: String?, sentAt: String?, late: Bool, receipt: String?
    ) {
        self.pollId = pollId
        self.body = body
        self.number = number
        self.issuedOn = issuedOn
        self.submitter = submitter
        self.reason = reason
        self.question = question
        self.draft = draft
        self.documents = documents
        self.deadline = deadline
        self.silence = silence
        self.member = member
        self.choice = choice
        self.text = text
        self.sentAt = sentAt
        self.late = late
        self.receipt = receipt
    }
}
