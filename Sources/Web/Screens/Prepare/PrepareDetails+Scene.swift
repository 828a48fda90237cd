import Cabinet
import Rules

extension PrepareDetails {
    init(_ scene: MeetingScene, _ p: Phrases) {
        let meeting = scene.meeting
        editable = scene.allows(.particulars)
        detailsUrl = scene.api
        bodyId = meeting.body.text
        convening = ConveningModel(scene, p)
        invitationForm = InvitationFormModel(scene, p)
        details = DetailsModel(meeting, p)
        facts = [
            FactModel(factName: p.t("details.body"), factText: meeting.bodyName), FactModel(factName: p.t("details.type"), factText: meeting.type.name[p.language]),
            FactModel(factName: p.t("details.form"), factText: meeting.form.name[p.language]),
            FactModel(factName: p.t("details.starts"), factText: meeting.startsAt.text(.full, in: p.language)),
            FactModel(factName: p.t("details.ends"), factText: meeting.endsAt.text(.full, in: p.language)),
            FactModel(factName: p.t("details.place"), factText: meeting.place),
        ].filter { !$0.factText.isEmpty }
    }
}

extension DetailsModel {
    static let offset = "+07:00"

    /// The particulars of a meeting that is there. Its type is fixed once it is convened.
    init(_ meeting: MeetingView, _ p: Phrases) {
        let types = meeting.state == .draft ? MeetingType.allCases : [meeting.type]
        self.init(
            chooseBody: false, bodies: [], meetingTitle: meeting.title,
            types: types.map { OptionModel(value: $0.rawValue, label: $0.name[p.language], selected: $0 == meeting.type) },
            forms: MeetingForm.allCases.map { OptionModel(value: $0.rawValue, label: $0.name[p.language], selected: $0 == meeting.form) },
            startsAt: Self.local(meeting.startsAt), endsAt: Self.local(meeting.endsAt), offset: Self.offset, place: meeting.place)
    }

    /// Fields for a new one: tomorrow morning.
    init(bodies: [BodyView], at now: Timestamp, _ p: Phrases) {
        let tomorrow = now.inVietnam.date.adding(days: 1)
        self.init(
            chooseBody: true, bodies: bodies.map { OptionModel(value: $0.id.text, label: $0.name) }, meetingTitle: "",
            types: MeetingType.allCases.map { OptionModel(value: $0.rawValue, label: $0.name[p.language]) },
            forms: MeetingForm.allCases.map { OptionModel(value: $0.rawValue, label: $0.name[p.language]) }, startsAt: "\(tomorrow)T08:00",
            endsAt: "\(tomorrow)T11:30", offset: Self.offset, place: "")
    }

    /// What a field of type `datetime-local` holds, by the clock of Viet Nam.
    private static func local(_ time: Timestamp) -> String { String(time.rfc3339.prefix(16)) }
}
