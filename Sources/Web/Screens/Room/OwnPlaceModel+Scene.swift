import Cabinet
import Rules

extension OwnPlaceModel {
    /// Nil for those who take no part.
    init?(_ scene: MeetingScene, _ p: Phrases) {
        guard scene.takesPart, let me = scene.caller.person?.id, scene.meeting.type != .circulated else { return nil }
        let own = scene.roster.first { $0.user == me }
        let substitute = scene.substitutes.first { $0.user == me }
        let now = own?.attendance ?? substitute?.attendance
        checkIns = []
        if own?.role.isSeat ?? (substitute != nil), scene.allows(.attendance), scene.mayCheckInNow {
            checkIns = AttendanceState.allCases.filter { scene.offers($0) && now != $0 && (now?.isPresent == true || $0 != .absent) }.map { state in
                ActionModel(
                    label: p.t("attendance.checkIn.\(state.rawValue)"), method: "PUT", url: "\(scene.api)/check-in", payload: #"{"state":"\#(state.rawValue)"}"#,
                    symbol: p.attendance(state).symbol, tone: state == .absent ? "btn quiet" : "btn")
            }
        }
        hasCheckIns = !checkIns.isEmpty
        invitation = scene.meeting.state == .convened ? OwnInvitation(scene, me, p) : nil
        if checkIns.isEmpty, invitation == nil { return nil }
    }
}

extension OwnPlaceModel.OwnInvitation {
    init?(_ scene: MeetingScene, _ me: UserID, _ p: Phrases) {
        guard scene.allows(.invitations) else { return nil }
        let own = scene.invitations.first { $0.user == me }
        invitationUrl = "\(scene.api)/invitation"
        invitationLine = p.line(
            p.t("invitation.answer.\(own?.answer?.rawValue ?? "none")"), own.flatMap(p.consent),
            own?.substituteName.map { p.t("invitation.substituteLine", ["name": $0]) })
        paperHref = "\(scene.api)/invitation.pdf"
        signed = scene.documents.first { $0.kind == DocumentKind.giayMoi.rawValue && $0.item == nil && $0.releasedAt != nil }.map { document in
            .init(
                signedHref: "\(scene.path)?doc=\(document.id)", signedTitle: document.title,
                verdict: p.verdict(document).map { .init(verdictClass: $0.kind, verdictSymbol: $0.symbol, verdictWord: $0.word) })
        }
        declined = own?.answer == .decline
        attendAction =
            own?.answer == .attend
            ? nil
            : ActionModel(
                label: p.t("invitation.attend"), method: "PUT", url: "\(scene.api)/invitation", payload: #"{"answer":"attend"}"#, symbol: "check", tone: "btn")
        mayNameSubstitute = scene.standing.seat
        reasonRequired = scene.standing.seat
    }
}

extension MeetingScene {
    /// In the roster, invited, or in a member's place.
    var takesPart: Bool {
        guard let me = caller.person?.id else { return false }
        return roster.contains { $0.user == me } || invited.contains { $0.user == me } || substitutes.contains { $0.user == me }
    }

    /// The doors are open: by the same rule that the door applies.
    var mayCheckInNow: Bool { meeting.state != .convened || now.ms >= meeting.startsAt.ms - CheckIn.opensBeforeMS }

    /// A place that the meeting's form has.
    func offers(_ state: AttendanceState) -> Bool {
        switch state {
        case .inRoom: meeting.form != .online
        case .online: meeting.form != .inRoom
        case .absent: true
        }
    }
}
