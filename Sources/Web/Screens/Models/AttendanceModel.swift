/// Who is here.
struct AttendanceModel: Sendable {
    var summary: String
    /// "Ghi 7 người còn lại: tại phòng"; nil when everyone is recorded or the viewer records nobody.
    var restLabel: String?
    var restQuestion: String?
    /// What the viewer says of himself.
    var own: OwnPlaceModel?
    /// For the secretary: where somebody was, said later.
    var correction: Correction?
    /// The members; behind them, who sits in an absent one's place.
    var people: [Person]

    struct Correction: Sendable {
        var correctionUrl: String
        /// Where a touched poll is annulled and repeated; nil where it cannot be now.
        var correctionPolls: String?
        /// The opening, to the millisecond: cut to seconds it would lie before the event it corrects.
        var correctionFrom: String
        var correctionPeople: [OptionModel]
        var correctionStates: [OptionModel]
    }

    struct Person: Sendable {
        var userId: String
        var name: String
        var office: String
        /// Who sits in his place; whether his device follows the meeting.
        var personNote: String?
        var markClass: String
        var markSymbol: String
        var markWord: String
        /// Shows the mark as a sign; otherwise as buttons.
        var readOnlyMark: Bool
        var editable: Bool
        var marks: [MarkModel]
        /// Recorded as in the room with all who are not recorded yet.
        var isRest: Bool
        var absenceReason: String?
    }
}

/// One of the three places a member can be in, as a button.
struct MarkModel: Sendable {
    var markUrl: String
    var markPayload: String
    var markWord: String
    var markSymbol: String
    var marked: Bool
}
