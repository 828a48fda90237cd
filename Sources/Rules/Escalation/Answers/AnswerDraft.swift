/// An answer as an officer proposes it.
public struct AnswerDraft: Codable, Hashable, Sendable {
    public var outcome: AnswerOutcome?
    public var text: String
    public var evidence: [Evidence]
    /// When it will be done, for `planned`.
    public var plannedFor: CivilDate?

    public init(outcome: AnswerOutcome?, text: String, evidence: [Evidence] = [], plannedFor: CivilDate? = nil) {
        self.outcome = outcome
        self.text = text
        self.evidence = evidence
        self.plannedFor = plannedFor
    }
}
