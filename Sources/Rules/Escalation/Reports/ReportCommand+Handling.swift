extension ReportCommand {
    /// A question, a reason or a note, for commands that carry nothing else.
    public struct Text: Codable, Hashable, Sendable {
        public var text: String
        public init(_ text: String) { self.text = text }
    }

    /// T6: who is right, by which rule.
    public struct Return: Codable, Hashable, Sendable {
        public var reason: ReturnReason
        public var unit: UnitID
        public var rule: CompetenceRuleID
        public var note: String
        public init(reason: ReturnReason, unit: UnitID, rule: CompetenceRuleID, note: String) {
            self.reason = reason
            self.unit = unit
            self.rule = rule
            self.note = note
        }
    }

    /// T9
    public struct Consultation: Codable, Hashable, Sendable {
        public var unit: UnitID
        public var request: String
        public init(unit: UnitID, request: String) {
            self.unit = unit
            self.request = request
        }
    }

    /// T10
    public struct Extension: Codable, Hashable, Sendable {
        public var until: Timestamp
        public var reason: String
        public init(until: Timestamp, reason: String) {
            self.until = until
            self.reason = reason
        }
    }

    /// T11: the whole dossier, or for urgent reports the short form.
    public struct Escalating: Codable, Hashable, Sendable {
        public enum Form: Codable, Hashable, Sendable {
            case full(Dossier)
            case short(ShortDossier)

            public var isShort: Bool { if case .short = self { true } else { false } }
        }

        public var escalation: EscalationID
        public var form: Form
        public init(escalation: EscalationID, form: Form) {
            self.escalation = escalation
            self.form = form
        }
    }

    /// T16: the answer, and what scrutiny found.
    public struct Answering: Codable, Hashable, Sendable {
        public var draft: AnswerDraft
        public var flags: [AnswerFlag]
        public init(draft: AnswerDraft, flags: [AnswerFlag] = []) {
            self.draft = draft
            self.flags = flags
        }
    }

    /// T20
    public struct Reopening: Codable, Hashable, Sendable {
        public var reason: String
        public init(reason: String) { self.reason = reason }
    }

    /// T21: a master, or an explanation that the public may read.
    public struct Merging: Codable, Hashable, Sendable {
        public var master: Master?
        public var explanation: String?
        /// The choice to merge into a report that is closed was made knowingly.
        public var intoClosed: Bool
        public init(master: Master?, explanation: String?, intoClosed: Bool = false) {
            self.master = master
            self.explanation = explanation
            self.intoClosed = intoClosed
        }

        /// The report at the root of the chain, as the caller found it under lock.
        public struct Master: Codable, Hashable, Sendable {
            public var id: ReportID
            public var code: TrackingCode
            public var state: ReportState
            public init(id: ReportID, code: TrackingCode, state: ReportState) {
                self.id = id
                self.code = code
                self.state = state
            }
        }
    }

    /// T19: how content, and why.
    public struct Rating: Codable, Hashable, Sendable {
        public var level: RatingLevel
        public var reasons: [RatingReasonID]
        public init(_ level: RatingLevel, reasons: [RatingReasonID] = []) {
            self.level = level
            self.reasons = reasons
        }
    }
}
