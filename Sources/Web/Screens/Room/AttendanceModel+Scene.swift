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
        people = seats.map { Person($0, scene, p) }
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
        markClass = sign.kind
        markSymbol = sign.symbol
        markWord = sign.word
        editable = scene.mayRecordAttendance
        readOnlyMark = !editable
        marks = editable ? MarkModel.marks(of: line, scene, p) : []
        absenceReason = scene.absenceReasons[line.user].map { p.t("attendance.reason", ["reason": $0]) }
    }
}

extension MarkModel {
    static func marks(of line: RosterLine, _ scene: MeetingScene, _ p: Phrases) -> [MarkModel] {
        AttendanceState.allCases.map { state in
            let sign = p.attendance(state)
            return MarkModel(
                markUrl: "\(scene.api)/attendance/\(line.user)", markPayload: #"{"state":"\#(state.rawValue)"}"#, markWord: sign.word, markSymbol: sign.symbol,
                marked: line.attendance == state)
        }
    }
}

extension MeetingScene {
    /// Seats the viewer may record and nobody has yet.
    var unrecordedSeats: Int { mayRecordAttendance ? roster.count { $0.role.isSeat && $0.attendance == nil } : 0 }

    var mayRecordAttendance: Bool { standing.secretary && allows(.attendance) && meeting.type != .circulated }
}

extension AnnouncementsModel {
    init(_ scene: MeetingScene, _ p: Phrases) {
        announceUrl = scene.standing.secretary && scene.allows(.announcements) ? "\(scene.api)/announcements" : nil
        posts = scene.announcements.map { Post(seq: $0.seq, text: $0.text ?? p.t("news.erased"), postedLine: p.moment($0.at)) }
    }
}
