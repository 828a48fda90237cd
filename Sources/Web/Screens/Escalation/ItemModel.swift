/// An agenda item that was born of an escalation: dossier, polls, conclusion, tasks.
struct ItemModel: Sendable {
    var itemId: String
    var fragments: String
    var roomHref: String
    var heading: String
    var meetingLine: String
    var dossiers: [Dossier]
    /// For who takes no part in the item, in place of the dossier.
    var notMine: String?
    var noDossier = false
    var pollLines: [PollLine]
    var conclusions: [ConclusionModel]
    var hasTasks: Bool
    var tasks: [TaskModel]
    /// Puts the item off; nil for those who do not conduct.
    var deferUrl: String?
    var conclude: Conclude?

    struct Dossier: Sendable {
        var escalationId: String
        var card: EscalationCard
        var fields: DossierFields
        var steps: [StepModel]
    }

    struct PollLine: Sendable { var pollText: String }

    struct Conclude: Sendable {
        var concludeUrl: String
        var blockedBecause: String?
        var proposed: String
        var taskForms: [TaskForm]
    }

    struct TaskForm: Sendable {
        var index: Int
        var taskNumber: Int
        /// Shown when asked for.
        var spare: Bool
        var taskTitle: String
        var leadGroups: [GroupModel]
    }
}

/// Every task the reader may see.
struct TasksModel: Sendable {
    var shows: [Show]
    var hasTasks: Bool
    var tasks: [TaskModel]

    struct Show: Sendable {
        var showHref: String
        var showName: String
        var showTone: String
        var isHere: Bool
    }
}
