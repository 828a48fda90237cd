/// What leadership sees of an escalation first, and what may be done with it.
struct EscalationCard: Sendable {
    var escalationId: String
    var dossierHref: String
    var title: String
    var urgencyClass: String
    var urgencySymbol: String
    var urgencyWord: String
    var fromLine: String
    var standing: StandingModel?
    var askWord: String
    var waitingWord: String
    var peopleWord: String
    var costWord: String
    var recommended: String
    var risk: String
    /// The rest of an urgent dossier is still owed.
    var owed: String?
    var decide: Decide?

    struct Decide: Sendable {
        var api: String
        var version: String
        var mayForward: Bool
        var kinds: [Kind]
        var hasMore: Bool
        var moreKinds: [Kind]
    }

    /// One way to decide, with the form it needs.
    struct Kind: Sendable {
        var kindCode: String
        var kindName: String
        var kindTone: String
        var doneWord: String
        var needsLead: Bool
        var leadGroups: [GroupModel]
        var needsDue: Bool
        var dueLabel: String
        var dueOptional: Bool
        var dueValue: String
        var needsMeeting: Bool
        var meetings: [OptionModel]
        var needsOutside: Bool
        var textLabel: String
        var textValue: String
    }
}

/// Leadership's inbox, or the Office's queue.
struct InboxModel: Sendable {
    var heading: String
    var lead: String
    var cards: [EscalationCard]
    var emptyTitle: String
    var emptyWhy: String
    var hasOthers: Bool
    var others: [Other]

    struct Other: Sendable {
        var escalationId: String
        var dossierHref: String
        var title: String
        var otherLine: String
        var stateClass: String
        var stateSymbol: String
        var stateWord: String
    }
}
