import Cabinet
import Rules

extension PreparePeople {
    /// - Parameter accounts: who can be invited.
    init(_ scene: MeetingScene, accounts: [AccountView], _ p: Phrases) {
        let t = p.t
        let meeting = scene.meeting
        let frozen = meeting.openedAt != nil
        let note = frozen ? t("people.noteFrozen") : t("people.note", ["body": meeting.bodyName])
        lamp = p.lamp(meeting)
        peopleNote = meeting.state == .draft ? "\(note) \(t("people.noteConvene"))" : note
        restLabel = scene.unrecordedSeats > 0 ? t("attendance.rest", ["n": "\(scene.unrecordedSeats)"]) : nil
        restQuestion = t("attendance.restQuestion", ["n": "\(scene.unrecordedSeats)"])
        forecastLine = scene.forecast.map { p.forecast($0) }
        persons = scene.roster.enumerated().map { Person($1, order: $0 + 1, scene, p) }
        presiding = scene.allows(.presiding) ? Presiding(scene, p) : nil
        guests = scene.invited.map { Guest($0, scene, p) }
        let taken = Set(scene.roster.map(\.user) + scene.invited.map(\.user))
        let others = accounts.filter { !taken.contains($0.id) && !$0.disabled && $0.role != .screen && $0.id != scene.caller.person?.id }
        inviteForm =
            scene.allows(.agenda) && !others.isEmpty
            ? InviteForm(inviteUrl: "\(scene.api)/invited", guestOptions: others.map { OptionModel(value: $0.id.text, label: p.line($0.name, $0.title)) }) : nil
    }
}

extension PreparePeople.Person {
    init(_ line: RosterLine, order place: Int, _ scene: MeetingScene, _ p: Phrases) {
        let sign = p.attendance(line.attendance)
        userId = line.user.text
        order = "\(place)"
        name = line.name
        office = line.title
        roleWord = p.t("bodyRole.\(line.role.rawValue)")
        let invitation = scene.invitations.first { $0.user == line.user }
        answerLine = p.line(
            p.t("invitation.answer.\(invitation?.answer?.rawValue ?? "none")"), invitation.flatMap(p.consent),
            invitation?.reason, invitation?.substituteName.map { p.t("invitation.substituteLine", ["name": $0]) })
        trackLine = p.track(invitation, scene)
        invitationHref = scene.invitationPaper.map { _ in "\(scene.api)/invitation.pdf?userId=\(line.user)" }
        editable = scene.mayRecordAttendance && line.role.isSeat
        marks = editable ? MarkModel.marks(of: line, scene, p) : []
        isRest = scene.isUnrecorded(line)
        readOnlyMark = !editable && line.role.isSeat
        markClass = sign.kind
        markSymbol = sign.symbol
        markWord = sign.word
        comingsLine = p.comings(scene.comings[line.user] ?? [], withNotes: true)
        noteForm = editable && line.isPresent ? "\(scene.api)/attendance/\(line.user)" : nil
        noteState = line.attendance?.rawValue ?? ""
        let reason = scene.absenceReasons[line.user]
        let isWriting = editable && line.attendance == .absent
        absenceForm = isWriting ? .init(absenceUrl: "\(scene.api)/attendance/\(line.user)", absenceText: reason ?? "") : nil
        absenceReason = isWriting ? nil : reason.map { p.t("attendance.reason", ["reason": $0]) }
    }
}

extension PreparePeople.Guest {
    init(_ guest: InvitedView, _ scene: MeetingScene, _ p: Phrases) {
        let invitation = scene.invitations.first { $0.user == guest.user }
        self.init(
            userId: guest.user.text, name: guest.name, office: guest.title, capacity: guest.capacity,
            answerLine: p.t("invitation.answer.\(invitation?.answer?.rawValue ?? "none")"), trackLine: p.track(invitation, scene),
            invitationHref: scene.invitationPaper.map { _ in "\(scene.api)/invitation.pdf?userId=\(guest.user)" },
            guestActions: scene.allows(.agenda)
                ? [ActionModel(label: p.t("people.uninvite"), method: "DELETE", url: "\(scene.api)/invited/\(guest.user)", symbol: "cross")] : [])
    }
}

extension PreparePeople.Presiding {
    init(_ scene: MeetingScene, _ p: Phrases) {
        let meeting = scene.meeting
        presidingUrl = "\(scene.api)/presiding"
        presidingNow = meeting.presidingName.map { p.t("people.presidingNow", ["name": $0]) } ?? p.t("people.presidingNobody")
        presidingOptions = scene.roster.filter { $0.role.isSeat }.map {
            OptionModel(value: $0.user.text, label: p.line($0.name, $0.title), selected: $0.user == meeting.presiding)
        }
        presidingGround = meeting.presidingGround
    }
}
