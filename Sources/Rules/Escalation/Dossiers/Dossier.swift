/// What leadership is shown when a matter goes up: the ten fields of §1.6.
///
/// Names stand for what an outside program sends; every field may be missing here so that what is missing can be named.
public struct Dossier: Codable, Hashable, Sendable {
    public var reason: EscalationReason?
    /// The rule of competence that ends here, if there is one …
    public var rule: CompetenceRuleID?
    /// … and the law violated, applied or absent.
    public var legalBasis: String?
    public var side: EscalationSide?
    /// The stage of the work at which it sticks, in words.
    public var stage: String?
    public var cause: String?
    public var done: String?
    public var options: [DossierOption]
    /// Label of the recommended option.
    public var recommended: String?
    public var ask: EscalationAsk?
    public var attachments: [DossierAttachment]
    /// Whether the map point or the address of the report goes with it.
    public var hasPlace: Bool
    /// What the citizen is told meanwhile.
    public var holdingText: String?
    /// The decision is needed by then.
    public var neededBy: CivilDate?
    public var peopleAffected: Int?

    public init(
        reason: EscalationReason? = nil, rule: CompetenceRuleID? = nil, legalBasis: String? = nil, side: EscalationSide? = nil, stage: String? = nil,
        cause: String? = nil, done: String? = nil, options: [DossierOption] = [], recommended: String? = nil, ask: EscalationAsk? = nil,
        attachments: [DossierAttachment] = [], hasPlace: Bool = false, holdingText: String? = nil, neededBy: CivilDate? = nil, peopleAffected: Int? = nil
    ) {
        self.reason = reason
        self.rule = rule
        self.legalBasis = legalBasis
        self.side = side
        self.stage = stage
        self.cause = cause
        self.done = done
        self.options = options
        self.recommended = recommended
        self.ask = ask
        self.attachments = attachments
        self.hasPlace = hasPlace
        self.holdingText = holdingText
        self.neededBy = neededBy
        self.peopleAffected = peopleAffected
    }

    /// The recommended option, if its label names one.
    public var proposal: DossierOption? { options.first { $0.label == recommended } }
}
