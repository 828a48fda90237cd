/// The hard rules: an answer that breaks one never leaves the unit.
public struct AnswerGate: Sendable {
    public let policy: AnswerPolicy

    public init(_ policy: AnswerPolicy) { self.policy = policy }

    /// Everything that blocks the answer; empty for one that may go on. Pointers into `AnswerDraft`.
    public func faults(_ draft: AnswerDraft, evidence policy: ReportCategory.EvidencePolicy, today: CivilDate) -> [Refusal.Field] {
        var faults: [Refusal.Field] = []
        if Syllables.isBlank(draft.text) {
            faults.append(.init(pointer: "/text", reason: "field.required"))
        } else {
            let count = Syllables.count(draft.text)
            if count < self.policy.minimumSyllables {
                faults.append(
                    .init(pointer: "/text", reason: "answer.too-short", parameters: ["count": "\(count)", "needed": "\(self.policy.minimumSyllables)"]))
            }
        }
        switch draft.outcome {
        case nil: faults.append(.init(pointer: "/outcome", reason: "field.required"))
        case .resolved where policy == .photoOrSignedDocument && !draft.evidence.contains { $0.kind != .document }:
            faults.append(.init(pointer: "/evidence", reason: "answer.evidence-needed"))
        case .planned:
            if let date = draft.plannedFor {
                if date < today { faults.append(.init(pointer: "/plannedFor", reason: "answer.plan-in-the-past")) }
            } else {
                faults.append(.init(pointer: "/plannedFor", reason: "answer.plan-without-date"))
            }
        default: break
        }
        for number in unattached(draft) {
            faults.append(.init(pointer: "/evidence", reason: "answer.document-not-attached", parameters: ["number": number]))
        }
        return faults
    }

    /// Numbers of documents the text names and the evidence lacks.
    private func unattached(_ draft: AnswerDraft) -> [String] {
        let attached = Set(draft.evidence.compactMap(\.number).map(Self.comparable))
        return DocumentNumbers.found(in: draft.text).filter { number in
            !attached.contains(Self.comparable(number)) && !policy.citableWithoutAttachment.contains { number.hasSuffix($0) }
        }
    }

    private static func comparable(_ number: String) -> String { Folding.key(number.filter { !$0.isWhitespace }) }
}
