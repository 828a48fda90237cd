import Cabinet
import Rules

extension AttendanceModel {
    init(_ scene: MeetingScene, _ p: Phrases) {
        let seats = scene.roster.filter { $0.role.isSeat }
        func count(_ state: AttendanceState?) -> String { "\(seats.count { $0.attendance == state })" }
        summary = p.t(
            "attendance.summary",
            [
                "present": "\(scene.meeting.quorum.present)", "members": "\(scene.meeting.quorum.members)", "room": count(.inRoom), "online": count(.online),
                "absent": count(.absent), "unknown": count(nil),
            ])
        own = OwnPlaceModel(scene, p)
        people = seats.map { Person($0, scene, p) } + scene.substitutes.map { Person($0, scene, p) }
        correction = scene.standing.secretary && scene.allows(.corrections) && scene.meeting.type != .circulated ? Correction(scene, seats, p) : nil
        restLabel = scene.unrecordedSeats > 0 ? p.t("attendance.rest", ["n": "\(scene.unrecordedSeats)"]) : nil
        restQuestion = p.t("attendance.restQuestion", ["n": "\(scene.unrecordedSeats)"])
    }
}

extension AttendanceModel.Person {
    init(_ line: RosterLine, _ scene: MeetingScene, _ p: Phrases) {
        let sign = p.attendance(line.attendance)
        let isMine = scene.caller.person?.id == line.user
        userId = line.user.text
        name = isMine ? "\(line.name) (\(p.t("attendance.me")))" : line.name
        office = line.title
        let substitute = scene.substitutes.first { $0.member == line.user }
        personNote = p.line(
            p.comings(scene.comings[line.user] ?? []), substitute.map { p.t("attendance.substitute", ["name": $0.name, "member": line.name]) },
            scene.connected.contains(line.user) ? p.t("attendance.connected") : nil)
        if personNote?.isEmpty == true { personNote = nil }
        markClass = sign.kind
        markSymbol = sign.symbol
        markWord = sign.word
        editable = scene.mayRecordAttendance
        readOnlyMark = !editable
        marks = editable ? MarkModel.marks(of: line, scene, p) : []
        isRest = scene.isUnrecorded(line)
        absenceReason = scene.absenceReasons[line.user].map { p.t("attendance.reason", ["reason": $0]) }
    }

    /// Counts for nothing, and is there all the same.
    init(_ substitute: SubstituteView, _ scene: MeetingScene, _ p: Phrases) {
        let sign = p.attendance(substitute.attendance)
        userId = substitute.user.text
        name = p.t("attendance.substitute", ["name": substitute.name, "member": substitute.memberName])
        office = substitute.title
        personNote = scene.connected.contains(substitute.user) ? p.t("attendance.connected") : nil
        markClass = sign.kind
        markSymbol = sign.symbol
        markWord = sign.word
        editable = scene.mayRecordAttendance
        readOnlyMark = !editable
        marks = editable ? MarkModel.marks(of: substitute.user, now: substitute.attendance, scene, p) : []
        isRest = false
    }
}

extension AttendanceModel.Correction {
    init(_ scene: MeetingScene, _ seats: [RosterLine], _ p: Phrases) {
        correctionUrl = "\(scene.api)/attendance/{userId}/corrections"
        correctionPolls = scene.standing.conducts && scene.allows(.polls) ? "\(scene.path)/prepare" : nil
        correctionFrom = String((scene.meeting.openedAt ?? scene.meeting.startsAt).rfc3339.dropLast("+07:00".count))
        correctionPeople = seats.map { OptionModel(value: $0.user.text, label: $0.name) }
        correctionStates = AttendanceState.allCases.reversed().map { OptionModel(value: $0.rawValue, label: p.attendance($0).word) }
    }
}

extension MarkModel {
    static func marks(of line: RosterLine, _ scene: MeetingScene, _ p: Phrases) -> [MarkModel] { marks(of: line.user, now: line.attendance, scene, p) }

    static func marks(of user: UserID, now: AttendanceState?, _ scene: MeetingScene, _ p: Phrases) -> [MarkModel] {
        AttendanceState.allCases.map { state in
            let sign = p.attendance(state)
            return MarkModel(
                markUrl: "\(scene.api)/attendance/\(user)", markPayload: #"{"state":"\#(state.rawValue)"}"#, markWord: sign.word, markSymbol: sign.symbol,
                marked: now == state)
        }
    }
}

extension MeetingScene {
    /// Seats the viewer may record and nobody has yet.
    var unrecordedSeats: Int { roster.count(where: isUnrecorded) }

    /// Nobody has said where the member is, nor agreed that he stays away.
    func isUnrecorded(_ line: RosterLine) -> Bool {
        mayRecordAttendance && line.role.isSeat && line.attendance == nil && !invitations.contains { $0.user == line.user && $0.consent == .approved }
    }

    var mayRecordAttendance: Bool { standing.secretary && allows(.attendance) && meeting.type != .circulated }
}

extension AnnouncementsModel {
    init(_ scene: MeetingScene, _ p: Phrases) {
        announceUrl = scene.standing.secretary && scene.allows(.announcements) ? "\(scene.api)/announcements" : nil
        posts = scene.announcements.map { Post(seq: $0.seq, text: $0.text ?? p.t("news.erased"), postedLine: p.moment($0.at)) }
        notices = scene.notices.map { Post(seq: Int64($0.number), text: $0.kind.sentence(number: $0.number, subject: $0.subject)[p.language], postedLine: p.moment($0.at)) }
        hasNotices = !notices.isEmpty
        proposals = ProposalsModel(scene, p)
    }
}
