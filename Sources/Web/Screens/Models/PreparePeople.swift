/// Members with their attendance, and who presides.
struct PreparePeople: Sendable {
    var lamp: LampModel?
    var peopleNote: String
    var restLabel: String?
    var restQuestion: String?
    var forecastLine: String?
    var persons: [Person]
    var presiding: Presiding?
    var guests: [Guest]
    /// For those who may choose among all accounts.
    var inviteForm: InviteForm?

    struct Person: Sendable {
        var userId: String
        var order: String
        var name: String
        var office: String
        var roleWord: String
        /// His answer to the invitation, the chairman's consent, his substitute.
        var answerLine: String
        /// How far the invitation got with him.
        var trackLine: String
        var invitationHref: String?
        var editable: Bool
        var marks: [MarkModel]
        /// Recorded as in the room with all who are not recorded yet.
        var isRest: Bool
        var readOnlyMark: Bool
        var markClass: String
        var markSymbol: String
        var markWord: String
        /// "đến 08:12 · rời 10:05", with the secretary's notes.
        var comingsLine: String?
        /// Where the secretary notes why he recorded somebody in his stead.
        var noteForm: String?
        var noteState: String
        var absenceReason: String?
        /// The reason as a field, where it can be written.
        var absenceForm: Absence?
    }

    struct Absence: Sendable {
        var absenceUrl: String
        var absenceText: String
    }

    struct Guest: Sendable {
        var userId: String
        var name: String
        var office: String
        var capacity: String
        var answerLine: String
        var trackLine: String
        var invitationHref: String?
        var guestActions: [ActionModel]
    }

    struct InviteForm: Sendable {
        var inviteUrl: String
        var guestOptions: [OptionModel]
    }

    struct Presiding: Sendable {
        var presidingUrl: String
        var presidingNow: String
        var presidingOptions: [OptionModel]
        var presidingGround: String
    }
}
