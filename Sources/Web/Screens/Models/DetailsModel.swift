/// The particulars of a meeting as fields.
struct DetailsModel: Sendable {
    var chooseBody: Bool
    var bodies: [OptionModel]
    var meetingTitle: String
    var types: [OptionModel]
    var forms: [OptionModel]
    /// "2026-11-23T09:00", local time of the office.
    var startsAt: String
    var endsAt: String
    /// "+07:00"
    var offset: String
    var place: String
}

/// The form for a new meeting.
struct NewMeetingModel: Sendable {
    var hasBodies: Bool
    var details: DetailsModel
}
