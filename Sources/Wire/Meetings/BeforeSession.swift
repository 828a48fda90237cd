public import Rules

/// Body of `PUT /meetings/{id}/agenda/{itemId}/position`.
public struct PutPosition: Codable, Sendable {
    /// Absent: no opinion yet.
    public var stance: ItemStance?
    public var wantsToSpeak: Bool?

    public init(stance: ItemStance? = nil, wantsToSpeak: Bool? = nil) {
        self.stance = stance
        self.wantsToSpeak = wantsToSpeak
    }
}

/// One member's mark on an item.
public struct ItemPosition: Codable, Sendable, Equatable {
    public var itemId: AgendaItemID
    public var userId: UserID
    public var name: String
    @Nullable public var stance: ItemStance?
    public var wantsToSpeak: Bool

    public init(itemId: AgendaItemID, userId: UserID, name: String, stance: ItemStance?, wantsToSpeak: Bool) {
        self.itemId = itemId
        self.userId = userId
        self.name = name
        self.stance = stance
        self.wantsToSpeak = wantsToSpeak
    }
}

/// `GET /meetings/{id}/consent-list`.
public struct Consent: Codable, Sendable, Equatable {
    /// Draft polls that can be put together; for those who conduct the meeting.
    public var proposed: [PollID]
    /// Polls that were opened together and still run.
    public var open: [PollID]
    /// Items a member took out.
    public var pulledOut: [AgendaItemID]

    public init(proposed: [PollID], open: [PollID], pulledOut: [AgendaItemID]) {
        self.proposed = proposed
        self.open = open
        self.pulledOut = pulledOut
    }
}

/// Body of `POST /meetings/{id}/consent-list/ballots`.
public struct ConsentBallot: Codable, Sendable {
    public var choice: Choice

    public init(choice: Choice) { self.choice = choice }
}

/// Body of `PUT /meetings/{id}/convening`.
public struct PutConvening: Codable, Sendable {
    public var ground: ConveningGround
    public var note: String?
    /// Members who asked for the meeting.
    public var requestedBy: [UserID]?

    public init(ground: ConveningGround, note: String? = nil, requestedBy: [UserID]? = nil) {
        self.ground = ground
        self.note = note
        self.requestedBy = requestedBy
    }
}

/// On what ground a meeting was called, and the law of its type.
public struct Convening: Codable, Sendable, Equatable {
    @Nullable public var ground: ConveningGround?
    public var note: String
    public var requestedBy: [UserID]
    /// How many members such a request needs; null for other grounds.
    @Nullable public var needed: Int?
    /// Whole working days between papers and session.
    @Nullable public var documentDays: Int?
    @Nullable public var source: String?
    @Nullable public var status: SourceStatus?
    /// Nobody named the ground: convening took the first of the type.
    public var assumed: Bool

    public init(
        ground: ConveningGround?, note: String, requestedBy: [UserID], needed: Int?, documentDays: Int?, source: String?, status: SourceStatus?, assumed: Bool
    ) {
        self.ground = ground
        self.note = note
        self.requestedBy = requestedBy
        self.needed = needed
        self.documentDays = documentDays
        self.source = source
        self.status = status
        self.assumed = assumed
    }
}

/// One numbered notice of what changed after convening.
public struct ChangeNotice: Codable, Sendable, Equatable {
    public var number: Int
    public var kind: ChangeKind
    @Nullable public var itemId: AgendaItemID?
    public var text: String
    /// RFC 3339.
    public var at: String

    public init(number: Int, kind: ChangeKind, itemId: AgendaItemID?, text: String, at: String) {
        self.number = number
        self.kind = kind
        self.itemId = itemId
        self.text = text
        self.at = at
    }
}

/// An item on its way to the agenda.
public struct Proposal: Codable, Sendable, Equatable {
    /// One return by the Office.
    public struct Return: Codable, Sendable, Equatable {
        /// RFC 3339.
        public var at: String
        public var remarks: String

        public init(at: String, remarks: String) {
            self.at = at
            self.remarks = remarks
        }
    }

    public var id: ProposalID
    public var proposerId: UserID
    public var proposerName: String
    public var title: String
    public var kind: String
    public var ask: String
    public var stage: ProposalStage
    public var remarks: String
    @Nullable public var itemId: AgendaItemID?
    /// RFC 3339.
    public var at: String
    /// Each time it was returned, oldest first.
    public var returns: [Return]

    public init(
        id: ProposalID, proposerId: UserID, proposerName: String, title: String, kind: String, ask: String, stage: ProposalStage, remarks: String, itemId: AgendaItemID?,
        at: String, returns: [Return]
    ) {
        self.id = id
        self.proposerId = proposerId
        self.proposerName = proposerName
        self.title = title
        self.kind = kind
        self.ask = ask
        self.stage = stage
        self.remarks = remarks
        self.itemId = itemId
        self.at = at
        self.returns = returns
    }
}

/// Body of `POST /meetings/{id}/proposals/{proposalId}/{review|return|approve}`.
public struct ProposalStep: Codable, Sendable {
    public var remarks: String?

    public init(remarks: String? = nil) { self.remarks = remarks }
}
