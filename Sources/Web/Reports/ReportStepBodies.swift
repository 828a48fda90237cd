import Rules

// Bodies of the steps of a report. What may be missing is optional, so that the rules can name everything that is missing at once.

struct RejectionBody: Decodable {
    var reason: RejectionReason
    var explanation: String?
    var goInstead: String?
}

struct AssignmentBody: Decodable {
    var unit: UnitID
    var overrideReason: String?
}

struct OfficerBody: Decodable {
    var officer: UserID?
}

struct ReturnBody: Decodable {
    var reason: ReturnReason
    var unit: UnitID
    var rule: CompetenceRuleID
    var note: String?
}

struct ConsultationBody: Decodable {
    var unit: UnitID
    var request: String?
}

struct PartBody: Decodable {
    var number: Int
    var text: String?
}

struct ExtensionBody: Decodable {
    var until: String?
    var reason: String?
    var granted: Bool?
}

struct RatingBody: Decodable {
    var level: RatingLevel
    var reasons: [RatingReasonID]?
    var text: String?
}

struct MergeBody: Decodable {
    /// Id or tracking code.
    var master: String?
    var explanation: String?
    var intoClosed: Bool?
}

struct HoldBody: Decodable {
    var held: Bool?
}

/// A question, a reason, a text, or nothing.
struct WordsBody: Decodable {
    var text: String?
    var question: String?
    var reason: String?
    var note: String?
    var publicText: String?
}

struct AnswerBody: Decodable {
    struct Proof: Decodable {
        var document: DocumentID
        var number: String?
    }
    var outcome: AnswerOutcome?
    var text: String?
    var evidence: [Proof]?
    var plannedFor: CivilDate?

    /// What each file proves the command takes from the file.
    var draft: AnswerDraft {
        AnswerDraft(outcome: outcome, text: text ?? "", evidence: (evidence ?? []).map { Evidence(kind: .document, document: $0.document, number: $0.number) }, plannedFor: plannedFor)
    }
}

/// Answer of `GET /report-counts`.
struct ReportCounts: Encodable {
    var waiting: Int
    var processing: Int
    var answered: Int
    var rejected: Int
    var total: Int
}
