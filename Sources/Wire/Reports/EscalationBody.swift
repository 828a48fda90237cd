public import Rules

/// Body of `POST /reports/{id}/escalate`: a whole dossier, or for urgent reports `what`, `where`, `done`, `ask`. Everything may be missing, so that the
/// answer can name what is.
public struct NewEscalation: Codable, Sendable {
    public struct Option: Codable, Sendable {
        public var label: String?
        public var text: String?
        public var costVND: Int?
        public var time: String?
        public var leadUnit: UnitID?
        public var risk: String?
    }
    public struct Attachment: Codable, Sendable {
        public var kind: DossierAttachment.Kind?
        public var document: DocumentID
        public var unit: UnitID?
    }

    public var reason: EscalationReason?
    public var rule: CompetenceRuleID?
    public var legalBasis: String?
    public var side: EscalationSide?
    public var stage: String?
    public var cause: String?
    public var done: String?
    public var options: [Option]?
    public var recommended: String?
    public var ask: EscalationAsk?
    public var attachments: [Attachment]?
    public var holdingText: String?
    public var neededBy: CivilDate?
    public var peopleAffected: Int?
    /// Further reports of the same cause.
    public var reports: [ReportID]?
    public var what: String?
    public var `where`: String?

    /// Only the fields of the short form were sent.
    public var isShort: Bool { what != nil || `where` != nil }

    public var short: ShortDossier { ShortDossier(what: what, place: `where`, done: done, ask: ask) }

    public var dossier: Dossier {
        Dossier(
            reason: reason, rule: rule, legalBasis: legalBasis, side: side, stage: stage, cause: cause, done: done,
            options: (options ?? []).map {
                DossierOption(label: $0.label ?? "", text: $0.text ?? "", costVND: $0.costVND, time: $0.time ?? "", leadUnit: $0.leadUnit, risk: $0.risk ?? "")
            }, recommended: recommended, ask: ask, attachments: (attachments ?? []).map { DossierAttachment(kind: $0.kind ?? .other, document: $0.document, unit: $0.unit) },
            holdingText: holdingText, neededBy: neededBy, peopleAffected: peopleAffected)
    }
}

/// An escalation: `GET /escalations/{id}` and the cards of `GET /escalations`.
public struct EscalationBody: Codable, Sendable {
    public struct Decided: Codable, Sendable {
        public var kind: DecisionKind
        public var text: String
        @Nullable public var publicText: String?
        @Nullable public var leadUnit: UnitID?
        @Nullable public var due: String?
        public var decider: String
        public var at: String

        public init(kind: DecisionKind, text: String, publicText: String?, leadUnit: UnitID?, due: String?, decider: String, at: String) {
            self.kind = kind
            self.text = text
            self.publicText = publicText
            self.leadUnit = leadUnit
            self.due = due
            self.decider = decider
            self.at = at
        }
    }

    public var id: EscalationID
    public var state: EscalationState
    public var from: UnitID
    public var fromName: String
    public var urgency: Urgency
    public var submittedAt: String
    public var daysWaiting: Int
    @Nullable public var due: String?
    @Nullable public var light: TrafficLight?
    @Nullable public var ask: EscalationAsk?
    @Nullable public var peopleAffected: Int?
    @Nullable public var costVND: Int?
    @Nullable public var recommended: String?
    @Nullable public var legalBasis: String?
    public var risks: [String]
    public var reportCount: Int
    public var reports: [ReportLineBody]
    @Nullable public var short: ShortDossier?
    @Nullable public var dossier: Dossier?
    @Nullable public var dossierDue: String?
    public var decisions: [Decided]
    @Nullable public var agendaItemId: AgendaItemID?
    @Nullable public var meetingId: MeetingID?
    @Nullable public var conclusionId: ConclusionID?
    @Nullable public var deferredUntil: String?
    public var may: [String]
    public var version: Int64

    public init(
        id: EscalationID, state: EscalationState, from: UnitID, fromName: String, urgency: Urgency, submittedAt: String, daysWaiting: Int, due: String?, light: TrafficLight?,
        ask: EscalationAsk?, peopleAffected: Int?, costVND: Int?, recommended: String?, legalBasis: String?, risks: [String], reportCount: Int, reports: [ReportLineBody],
        short: ShortDossier?, dossier: Dossier?, dossierDue: String?, decisions: [Decided], agendaItemId: AgendaItemID?, meetingId: MeetingID?, conclusionId: ConclusionID?,
        deferredUntil: String?, may: [String], version: Int64
    ) {
        self.id = id
        self.state = state
        self.from = from
        self.fromName = fromName
        self.urgency = urgency
        self.submittedAt = submittedAt
        self.daysWaiting = daysWaiting
        self.due = due
        self.light = light
        self.ask = ask
        self.peopleAffected = peopleAffected
        self.costVND = costVND
        self.recommended = recommended
        self.legalBasis = legalBasis
        self.risks = risks
        self.reportCount = reportCount
        self.reports = reports
        self.short = short
        self.dossier = dossier
        self.dossierDue = dossierDue
        self.decisions = decisions
        self.agendaItemId = agendaItemId
        self.meetingId = meetingId
        self.conclusionId = conclusionId
        self.deferredUntil = deferredUntil
        self.may = may
        self.version = version
    }
}

/// Body of `POST /escalations/{id}/decisions`.
public struct NewDecision: Codable, Sendable {
    public var kind: DecisionKind
    public var text: String?
    public var publicText: String?
    public var leadUnit: UnitID?
    public var coUnits: [UnitID]?
    /// RFC 3339.
    public var due: String?
    /// For `agenda` and `circulate`: an item that stands there, or a meeting in which one is made.
    public var agendaItemId: AgendaItemID?
    public var meetingId: MeetingID?
    /// Title of the item that is made.
    public var title: String?
    public var outsideBody: String?
    public var onBehalfOf: UserID?
}

/// Body of `POST /meetings/{id}/agenda/{itemId}/conclusions`.
public struct NewConclusion: Codable, Sendable {
    public struct Task: Codable, Sendable {
        public var title: String?
        public var leadUnit: UnitID?
        public var coUnits: [UnitID]?
        public var due: String?
    }

    public var text: String
    public var publicText: String?
    public var release: Bool?
    public var tasks: [Task]?
}

/// A signed conclusion.
public struct ConclusionBody: Codable, Sendable {
    public var id: ConclusionID
    public var meetingId: MeetingID
    public var agendaItemId: AgendaItemID
    @Nullable public var text: String?
    @Nullable public var publicText: String?
    public var isReleased: Bool
    public var signedAt: String
    public var signer: String
    public var tasks: [ActionItemBody]
    public var escalations: [EscalationID]
    public var version: Int64

    public init(
        id: ConclusionID, meetingId: MeetingID, agendaItemId: AgendaItemID, text: String?, publicText: String?, isReleased: Bool, signedAt: String, signer: String,
        tasks: [ActionItemBody], escalations: [EscalationID], version: Int64
    ) {
        self.id = id
        self.meetingId = meetingId
        self.agendaItemId = agendaItemId
        self.text = text
        self.publicText = publicText
        self.isReleased = isReleased
        self.signedAt = signedAt
        self.signer = signer
        self.tasks = tasks
        self.escalations = escalations
        self.version = version
    }
}

/// A task of a conclusion.
public struct ActionItemBody: Codable, Sendable {
    public var id: ActionItemID
    public var conclusionId: ConclusionID
    public var meetingId: MeetingID
    public var title: String
    public var leadUnit: UnitID
    public var leadUnitName: String
    public var coUnits: [UnitID]
    public var due: String
    public var isDone: Bool
    public var isLate: Bool
    public var result: String
    public var evidence: [DocumentID]
    @Nullable public var doneAt: String?
    public var reports: [TrackingCode]
    public var version: Int64

    public init(
        id: ActionItemID, conclusionId: ConclusionID, meetingId: MeetingID, title: String, leadUnit: UnitID, leadUnitName: String, coUnits: [UnitID], due: String, isDone: Bool,
        isLate: Bool, result: String, evidence: [DocumentID], doneAt: String?, reports: [TrackingCode], version: Int64
    ) {
        self.id = id
        self.conclusionId = conclusionId
        self.meetingId = meetingId
        self.title = title
        self.leadUnit = leadUnit
        self.leadUnitName = leadUnitName
        self.coUnits = coUnits
        self.due = due
        self.isDone = isDone
        self.isLate = isLate
        self.result = result
        self.evidence = evidence
        self.doneAt = doneAt
        self.reports = reports
        self.version = version
    }
}
