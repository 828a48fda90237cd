/// The fields of an escalation as everybody who may read it sees them.
struct DossierFields: Sendable {
    var isShortDossier: Bool
    var shortLine: String
    var rows: [Row]
    var hasOptions: Bool
    var options: [Option]
    var hasReports: Bool
    var reports: [ReportLine]
    var hasFiles: Bool
    var files: [FileModel]

    struct Row: Sendable {
        var rowName: String
        var rowText: String
    }

    struct Option: Sendable {
        var optionLabel: String
        var recommended: Bool
        var optionText: String
        var optionCost: String
        var optionTime: String
        var optionUnit: String
        var optionRisk: String
    }

    /// A report by its tracking code alone: nobody's name is in a meeting's papers.
    struct ReportLine: Sendable {
        var reportCode: String
        var reportLine: String
        var reportText: String
        var hasPhotos: Bool
        var photos: [PhotoModel]
    }
}

/// The whole dossier on a page of its own.
struct DossierModel: Sendable {
    var escalationId: String
    var backHref: String
    var backLabel: String
    var card: EscalationCard
    var stateCode: String
    var stateClass: String
    var stateSymbol: String
    var stateWord: String
    var completeHref: String?
    var meetingHref: String?
    var meetingLabel: String
    var fields: DossierFields
    var hasDecisions: Bool
    var decisions: [DecisionModel]
    var conclusions: [ConclusionModel]
    var hasTasks: Bool
    var tasks: [TaskModel]
    var steps: [StepModel]
}

struct DecisionModel: Sendable {
    var decisionName: String
    var decisionText: String
    var decisionPublic: String?
    var decisionLine: String
}

/// A signed conclusion.
struct ConclusionModel: Sendable {
    var conclusionText: String
    var publicConclusion: String?
    var conclusionLine: String
    /// Nil once released, or for those who may not.
    var releaseUrl: String?
}

/// A task of a conclusion.
struct TaskModel: Sendable {
    var taskId: String
    var taskTitle: String
    var lightClass: String
    var lightSymbol: String
    var lightWord: String
    var leadId: String
    var leadName: String
    var coop: String?
    var dueISO: String
    var dueText: String
    var taskLine: String
    var result: String?
    var close: Close?

    struct Close: Sendable {
        var closeUrl: String
        var hasUploads: Bool
        var photoUrl: String
    }
}
