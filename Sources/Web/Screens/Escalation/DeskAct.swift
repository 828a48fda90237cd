/// What the reader may do with the open report; a part that is nil is not his to do.
struct DeskAct: Sendable {
    var reportId: String
    var api: String
    var version: String
    /// Why there is nothing to do.
    var blocked: String?
    var accept: Accept?
    var assign: Assign?
    var start: Start?
    var opinions: [Opinion] = []
    var approve: Approve?
    var answer: Answer?
    var kept: Kept?
    var `extension`: Extension?
    var hasLimits = false
    var limits: [Limit] = []
    var escalateHref: String?
    var ask: Simple?
    var coordinate: Units?
    var extend: Simple?
    var giveBack: Return?
    var reject: Reject?
    var merge: Simple?
    var unmerge: Simple?
    var reopen: Simple?
    var redact: Redact?

    /// A form without choices of its own.
    struct Simple: Sendable { var isHere = true }

    /// The text the public reads, to be written anew.
    struct Redact: Sendable { var publicText: String }

    struct Limit: Sendable { var limitText: String }

    struct Units: Sendable { var unitGroups: [GroupModel] }

    struct Accept: Sendable {
        var hasCategory: Bool
        var fields: [GroupModel]
        var guess: String?
        var urgencyWas: String
        var urgencies: [OptionModel]
        var kindWas: String
        var kinds: [OptionModel]
        var wards: [OptionModel]
    }

    struct Assign: Sendable {
        var suggested: [Suggestion]
        var unitGroups: [GroupModel]
    }

    /// A unit with the rule that names it.
    struct Suggestion: Sendable {
        var value: String
        var rule: String
        var label: String
        var why: String
        var selected: Bool
    }

    struct Start: Sendable {
        var startHeading: String
        var startLabel: String
        var startTone: String
        var officers: [OptionModel]
    }

    struct Opinion: Sendable {
        var number: Int
        var opinionHeading: String
        var opinionLine: String
        var request: String?
        var mayReply: Bool
        var mayWithdraw: Bool
        var withdrawUrl: String
        var withdrawPayload: String
    }

    struct Approve: Sendable {
        var outcomeClass: String
        var outcomeSymbol: String
        var outcomeWord: String
        var plannedText: String?
        var answerText: String
        var author: String
        var hasPhotos: Bool
        var photos: [PhotoModel]
        var files: [FileModel]
        var looks: [Look]
        var secondWhy: String?
        var mayApprove: Bool
    }

    struct Look: Sendable { var lookText: String }

    struct Answer: Sendable {
        var draftUrl: String
        var checkUrl: String
        var photoUrl: String
        var fileUrl: String
        var prompted: String?
        var tasksOpen: String?
        var answerText: String
        var outcomes: [OptionModel]
        var plannedFor: String
        var evidence: [EvidenceModel]
    }

    /// A draft of the reader's own that cannot be sent just now.
    struct Kept: Sendable {
        var keptLine: String
        var keptText: String
    }

    struct Extension: Sendable { var extensionLine: String }

    struct Return: Sendable {
        var returnReasons: [OptionModel]
        var candidates: [Suggestion]
    }

    struct Reject: Sendable {
        var firstDoor: String
        var rejectReasons: [Reason]
    }

    struct Reason: Sendable {
        var value: String
        var label: String
        /// Where to go instead, to begin with.
        var door: String
    }
}

/// A file listed with a form.
struct EvidenceModel: Sendable {
    var evidenceId: String
    var evidenceKind: String
    var evidenceNumber: String
    var evidenceName: String
    var photoHref: String?
}
