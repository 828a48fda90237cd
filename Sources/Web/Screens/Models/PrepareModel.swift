/// The secretary's table: everything about a meeting that can be prepared.
struct PrepareModel: Sendable {
    var meetingId: String
    var epoch: String
    var head: Int64
    var status: PrepareStatus
    var detailsForm: PrepareDetails
    var agenda: PrepareAgenda
    var documents: PrepareDocuments
    var polls: PreparePolls
    var people: PreparePeople
}

/// A part of the preparation alone.
struct PreparePart: Sendable {
    var status: PrepareStatus?
    var detailsForm: PrepareDetails?
    var agenda: PrepareAgenda?
    var documents: PrepareDocuments?
    var polls: PreparePolls?
    var people: PreparePeople?
}

/// How far the preparation is, and the next step.
struct PrepareStatus: Sendable {
    var title: String
    var line: String
    var stateClass: String
    var stateSymbol: String
    var stateWord: String
    var signs: [Sign]
    var roomHref: String
    var briefHref: String
    var minutesHref: String?
    var actions: [ActionModel]
    var agendaCount: String
    var documentCount: String
    var pollCount: String
    var peopleCount: String

    struct Sign: Sendable {
        var signClass: String
        var signSymbol: String
        var signText: String
        var signHref: String
    }
}

/// The particulars, as a form while they can be changed.
struct PrepareDetails: Sendable {
    /// On what ground the meeting is called.
    var convening: ConveningModel?
    /// The invitation as a paper; nil where nobody meets.
    var invitationForm: InvitationFormModel?
    var editable: Bool
    var detailsUrl: String
    var bodyId: String
    var details: DetailsModel
    var facts: [FactModel]
}
