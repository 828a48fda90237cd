import Cabinet
import Hummingbird
import Rules
import Wire

/// Checking in, correcting what was recorded, answers to the invitation, substitutes.
struct AttendanceRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.put("meetings/:id/check-in", use: checkIn)
        api.get("meetings/:id/attendance/:userId/effects", use: effects)
        api.post("meetings/:id/attendance/:userId/corrections", use: correct)
        api.put("meetings/:id/invitation", use: answerInvitation)
        api.get("meetings/:id/invitations", use: invitations)
        api.get("meetings/:id/invitations/forecast", use: forecast)
        api.put("meetings/:id/invitations/:userId/consent", use: decide)
        api.get("meetings/:id/substitutes", use: substitutes)
    }

    @Sendable func checkIn(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(PutCheckIn.self, from: bytes)
        let command = CheckInMember(meeting: try context.id("id"), state: wanted.state)
        return try JSON.response(SequenceAnswer(seq: try await at.perform(command, request, context).seq))
    }

    /// `?state=&from=`
    @Sendable func effects(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        guard let state = AttendanceState(rawValue: request.query("state") ?? "") else {
            throw Refusal.invalid("state", "field.unknown-value", ["value": request.query("state") ?? ""])
        }
        let correction = AttendanceCorrection(user: try context.id("userId"), state: state, from: try Times.time((request.query("from") ?? "").replacing(" ", with: "+"), at: "from"))
        let now = context.arrivedAt
        let effects = try await at.cabinet.read { tx in try Meetings.effects(of: correction, in: id, for: caller, at: now, tx: tx) }
        return try JSON.response(try request.page(effects.map(AttendanceEffect.init)) { $0.pollId.text })
    }

    @Sendable func correct(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(NewCorrection.self, from: bytes)
        let command = CorrectAttendance(
            meeting: try context.id("id"), user: try context.id("userId"), state: wanted.state, from: try Times.time(wanted.from, at: "/from"), note: wanted.note,
            sealedID: at.cabinet.surroundings.newID())
        let receipt = try await at.perform(command, request, context, body: bytes)
        return try JSON.response(CorrectionAnswer(seq: receipt.seq, polls: receipt.polls), status: .created)
    }

    @Sendable func answerInvitation(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(PutInvitationAnswer.self, from: bytes)
        let command = AnswerInvitation(
            meeting: try context.id("id"), answer: wanted.answer, reason: wanted.reason, substitute: wanted.substitute, sealedID: at.cabinet.surroundings.newID())
        return try JSON.response(SequenceAnswer(seq: try await at.perform(command, request, context).seq))
    }

    @Sendable func invitations(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        let vault = at.cabinet.vault
        let list = try await at.cabinet.read { tx in try Invitations.list(of: id, for: caller, vault: vault, in: tx) }
        return try JSON.response(try request.page(list.map(Invitation.init)) { $0.userId.text })
    }

    @Sendable func forecast(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        guard let forecast = try await at.cabinet.read({ tx in try Invitations.forecast(of: id, for: caller, in: tx) }) else {
            throw Refusal(.authForbidden, ["needs": "presiding"])
        }
        return try JSON.response(Forecast(forecast))
    }

    @Sendable func decide(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(PutConsent.self, from: bytes)
        let command = DecideAbsence(meeting: try context.id("id"), user: try context.id("userId"), isApproved: wanted.approved)
        return try JSON.response(SequenceAnswer(seq: try await at.perform(command, request, context).seq))
    }

    @Sendable func substitutes(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        let list = try await at.cabinet.read { tx in try Invitations.substitutes(of: id, for: caller, in: tx) }
        return try JSON.response(
            try request.page(list.map(Substitute.init)) { $0.userId.text })
    }
}

extension AttendanceEffect {
    init(_ effect: PollEffect) {
        self.init(
            pollId: effect.poll, title: effect.title, presentAtOpening: effect.presentAtOpening, presentAtClosing: effect.presentAtClosing, outcome: effect.outcome,
            correctedAtOpening: effect.correctedAtOpening, correctedAtClosing: effect.correctedAtClosing, correctedOutcome: effect.correctedOutcome,
            wouldDiffer: effect.wouldDiffer)
    }
}

extension Invitation {
    init(_ view: InvitationView) {
        self.init(
            userId: view.user, name: view.name, title: view.title, votes: view.isSeat, answer: view.answer, reason: view.reason, consent: view.consent,
            consentRecordedBy: view.consentRecordedBy, substituteId: view.substitute, substituteName: view.substituteName, answeredAt: Times.text(view.answeredAt), mail: view.track?.mail, mailedAt: Times.text(view.track?.mailedAt), reachedAt: Times.text(view.track?.reachedAt),
            deliveredAt: Times.text(view.track?.deliveredAt), openedAt: Times.text(view.track?.openedAt), openedBy: view.track?.openedBy)
    }
}

extension Substitute {
    init(_ view: SubstituteView) {
        self.init(
            userId: view.user, name: view.name, title: view.title, memberId: view.member, memberName: view.memberName, attendance: view.attendance,
            since: Times.text(view.since))
    }
}
