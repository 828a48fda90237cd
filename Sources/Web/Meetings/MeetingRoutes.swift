import Cabinet
import Hummingbird
import Rules
import Wire

/// `/meetings`: the meeting itself, its people and its steps.
struct MeetingRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("meetings", use: list)
        api.post("meetings", use: create)
        api.get("meetings/:id", use: show)
        api.put("meetings/:id", use: edit)
        for transition in MeetingTransition.allCases {
            api.post("meetings/:id/\(transition.verb)") { request, context in try await advance(transition, request, context) }
        }
        api.get("meetings/:id/roster", use: roster)
        api.put("meetings/:id/attendance/:userId", use: recordAttendance)
        api.put("meetings/:id/presiding", use: setPresiding)
        api.get("meetings/:id/invited", use: invited)
        api.put("meetings/:id/invited/:userId", use: invite)
        api.delete("meetings/:id/invited/:userId", use: uninvite)
        api.get("meetings/:id/announcements", use: announcements)
        api.post("meetings/:id/announcements", use: announce)
    }

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let (limit, after) = try request.page()
        let body = request.query("bodyId").flatMap { BodyID($0) }
        let from = try request.query("from").map { try Times.time($0, at: "from") }
        let list = try await at.cabinet.read { tx in try Meetings.list(for: caller, body: body, from: from, after: after, limit: limit, in: tx) }
        return try JSON.response(Page(items: list.items.map(Meeting.init), next: list.next))
    }

    @Sendable func create(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        _ = try context.caller()
        let wanted = try JSON.decode(NewMeeting.self, from: bytes)
        let command = CreateMeeting(id: at.newID(), body: wanted.bodyId, particulars: try particulars(wanted))
        return try await at.answer(command, request, context, body: bytes) { try await answer($0.id, context, status: .created) }
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await answer(try context.id("id"), context).response
    }

    @Sendable func edit(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let id: MeetingID = try context.id("id")
        let wanted = try JSON.decode(NewMeeting.self, from: bytes)
        _ = try await at.perform(EditMeeting(id: id, particulars: try particulars(wanted)), request, context, on: .meeting(id))
        return try await answer(id, context).response
    }

    private func particulars(_ wanted: NewMeeting) throws -> MeetingParticulars {
        MeetingParticulars(
            title: wanted.title, type: wanted.type, form: wanted.form, startsAt: try Times.time(wanted.startsAt, at: "/startsAt"),
            endsAt: try Times.time(wanted.endsAt, at: "/endsAt"), place: wanted.place ?? "")
    }

    private func advance(_ transition: MeetingTransition, _ request: Request, _ context: AppContext) async throws -> Response {
        let id: MeetingID = try context.id("id")
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        return try await at.answer(AdvanceMeeting(id: id, transition: transition), request, context, body: bytes, on: .meeting(id)) { _ in
            try await answer(id, context)
        }
    }

    @Sendable func roster(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        let vault = at.cabinet.vault
        let (roster, reasons, changes) = try await at.cabinet.read { tx in
            (
                try Meetings.roster(of: id, for: caller, in: tx), try Meetings.absenceReasons(of: id, for: caller, vault: vault, in: tx),
                try Meetings.attendanceChanges(of: id, for: caller, vault: vault, in: tx)
            )
        }
        return try JSON.response(try request.page(roster.map { RosterEntry($0, reason: reasons[$0.user], changes: changes[$0.user] ?? []) }) { $0.userId.text })
    }

    @Sendable func recordAttendance(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let id: MeetingID = try context.id("id")
        let user: UserID = try context.id("userId")
        let wanted = try JSON.decode(PutAttendance.self, from: bytes)
        let command = RecordAttendance(meeting: id, user: user, state: wanted.state, reason: wanted.reason, note: wanted.note, sealedID: at.cabinet.surroundings.newID())
        _ = try await at.perform(command, request, context)
        let caller = try context.caller()
        let vault = at.cabinet.vault
        let (entry, reason, changes, substitute) = try await at.cabinet.read { tx in
            (
                try Meetings.roster(of: id, for: caller, in: tx).first { $0.user == user },
                try Meetings.absenceReasons(of: id, for: caller, vault: vault, in: tx)[user],
                try Meetings.attendanceChanges(of: id, for: caller, vault: vault, in: tx)[user] ?? [],
                try Invitations.substitutes(of: id, for: caller, in: tx).first { $0.user == user }
            )
        }
        guard let entry else { return try JSON.response(Substitute(substitute!)) }
        return try JSON.response(RosterEntry(entry, reason: reason, changes: changes))
    }

    @Sendable func setPresiding(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let id: MeetingID = try context.id("id")
        let wanted = try JSON.decode(PutPresiding.self, from: bytes)
        _ = try await at.perform(SetPresiding(meeting: id, user: wanted.userId, ground: wanted.ground), request, context, on: .meeting(id))
        return try await answer(id, context).response
    }

    @Sendable func invited(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        let people = try await at.cabinet.read { tx in try Meetings.invited(to: id, for: caller, in: tx) }
        return try JSON.response(try request.page(people.map(Invited.init)) { $0.userId.text })
    }

    @Sendable func invite(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = bytes.isEmpty ? Capacity(capacity: nil) : try JSON.decode(Capacity.self, from: bytes)
        let receipt = try await at.perform(Invite(meeting: try context.id("id"), user: try context.id("userId"), capacity: wanted.capacity ?? ""), request, context)
        return try JSON.response(SequenceAnswer(seq: receipt.seq))
    }

    @Sendable func uninvite(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try await at.perform(Invite(meeting: try context.id("id"), user: try context.id("userId"), capacity: nil), request, context)
        return Response(status: .noContent)
    }

    @Sendable func announcements(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        let vault = at.cabinet.vault
        let list = try await at.cabinet.read { tx in try Meetings.announcements(in: id, for: caller, vault: vault, tx: tx) }
        return try JSON.response(
            try request.page(list.map { Announcement(seq: $0.seq, text: $0.text ?? "", postedAt: Times.text($0.at), postedBy: nil) }) { "\($0.seq)" })
    }

    @Sendable func announce(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(NewAnnouncement.self, from: bytes)
        let command = PostAnnouncement(meeting: try context.id("id"), text: wanted.text, sealedID: at.cabinet.surroundings.newID())
        let receipt = try await at.perform(command, request, context, body: bytes)
        return try JSON.response(SequenceAnswer(seq: receipt.seq), status: .created)
    }

    private func answer(_ id: MeetingID, _ context: AppContext, status: HTTPResponse.Status = .ok) async throws -> Answer {
        let caller = try context.caller()
        let view = try await at.cabinet.read { tx in try Meetings.meeting(id, for: caller, in: tx) }
        return try Answer(Meeting(view), version: view.version, status: status)
    }
}

/// Body of `PUT /meetings/{id}/invited/{userId}`.
struct Capacity: Decodable {
    var capacity: String?
}

/// One guest.
struct Invited: Codable, Sendable {
    var userId: UserID
    var name: String
    var title: String
    var capacity: String

    init(_ view: InvitedView) {
        userId = view.user
        name = view.name
        title = view.title
        capacity = view.capacity
    }
}

extension Meeting {
    init(_ view: MeetingView) {
        let met = view.type != .circulated
        self.init(
            id: view.id, bodyId: view.body, bodyName: view.bodyName, title: view.title, type: view.type, form: view.form, startsAt: Times.text(view.startsAt),
            endsAt: Times.text(view.endsAt), place: view.place, state: view.state, members: view.quorum.members, present: view.quorum.present,
            quorate: met ? view.quorum.isMet : nil, needed: met ? view.quorum.needed : nil,
            presiding: view.presiding.map { .init(userId: $0, name: view.presidingName ?? "", ground: view.presidingGround) }, epoch: view.epoch, head: view.head,
            version: Int(view.version), convenedAt: Times.text(view.convenedAt), openedAt: Times.text(view.openedAt), closedAt: Times.text(view.closedAt))
    }
}

extension RosterEntry {
    init(_ entry: RosterLine, reason: String?, changes: [AttendanceChangeView]) {
        self.init(
            userId: entry.user, name: entry.name, title: entry.title, role: entry.role, weight: entry.weight, order: entry.order, attendance: entry.attendance,
            reason: reason, since: Times.text(entry.since),
            changes: changes.map { .init(state: $0.state, at: Times.text($0.at), recordedForHim: $0.isRecordedForHim, note: $0.note) }, votes: entry.role.isSeat)
    }
}
