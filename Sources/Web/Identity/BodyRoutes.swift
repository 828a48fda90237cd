import Cabinet
import Hummingbird
import Rules
import Wire

/// `/bodies` and their members and rules.
struct BodyRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("bodies", use: list)
        api.post("bodies", use: add)
        api.get("bodies/:id", use: show)
        api.put("bodies/:id/rules", use: setRules)
        api.get("bodies/:id/rules", use: ruleVersions)
        api.post("bodies/:id/rules/:version/confirm", use: confirmRules)
        api.get("bodies/:id/members", use: members)
        api.put("bodies/:id/members/:userId", use: putMember)
        api.delete("bodies/:id/members/:userId", use: removeMember)
        api.get("bodies/:id/screens", use: screens)
        api.put("bodies/:id/screens/:userId", use: assignScreen)
        api.delete("bodies/:id/screens/:userId", use: removeScreen)
    }

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let (limit, after) = try request.page()
        let list = try await at.cabinet.read { tx in try Bodies.list(for: caller, after: after, limit: limit, in: tx) }
        return try JSON.response(Page(items: list.items.map(Body.init), next: list.next))
    }

    @Sendable func add(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        try Standing.requireAdmin(try context.caller())
        let wanted = try JSON.decode(NewBodyRequest.self, from: bytes)
        let command = AddBody(id: at.newID(), title: wanted.name, unit: wanted.unitId, rules: wanted.rules)
        return try await at.answer(command, request, context, body: bytes) { try await answer($0.id, context, status: .created) }
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await answer(try context.id("id"), context).response
    }

    @Sendable func setRules(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        try Standing.requireAdmin(try context.caller())
        let id: BodyID = try context.id("id")
        _ = try await at.perform(SetRules(body: id, rules: try JSON.decode(RuleSetPatch.self, from: bytes)), request, context, body: bytes, on: .body(id))
        return try await answer(id, context).response
    }

    @Sendable func ruleVersions(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: BodyID = try context.id("id")
        let versions = try await at.cabinet.read { tx in try RuleSets.versions(of: id, for: caller, in: tx) }
        return try JSON.response(try request.page(versions.map(RuleVersion.init)) { "\($0.version)" })
    }

    @Sendable func confirmRules(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        try Standing.requireAdmin(try context.caller())
        let id: BodyID = try context.id("id")
        guard let version = context.parameters.get("version").flatMap({ Int($0) }) else { throw Refusal(.notFound) }
        let wanted = try JSON.decode(RuleConfirmationRequest.self, from: bytes)
        let command = ConfirmRules(body: id, version: version, authority: wanted.authority, document: wanted.document)
        return try await at.answer(command, request, context, body: bytes) { _ in try await answer(id, context) }
    }

    @Sendable func members(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: BodyID = try context.id("id")
        let members = try await at.cabinet.read { tx in
            guard try Bodies.canSee(id, caller, in: tx) else { throw Refusal(.notFound) }
            return try Bodies.members(of: id, in: tx)
        }
        return try JSON.response(try request.page(members.map(BodyMember.init)) { $0.userId.text })
    }

    @Sendable func putMember(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        try Standing.requireAdmin(try context.caller())
        let body: BodyID = try context.id("id")
        let user: UserID = try context.id("userId")
        let wanted = try JSON.decode(PutMember.self, from: bytes)
        _ = try await at.perform(
            SeatMember(
                body: body, account: user, role: wanted.role, weight: wanted.weight ?? 1, position: wanted.position ?? "", order: wanted.order), request, context)
        let member = try await at.cabinet.read { tx in try Bodies.members(of: body, in: tx).first { $0.user == user } }
        return try JSON.response(BodyMember(member!))
    }

    @Sendable func removeMember(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try await at.perform(RemoveMember(body: try context.id("id"), account: try context.id("userId")), request, context)
        return Response(status: .noContent)
    }

    @Sendable func screens(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: BodyID = try context.id("id")
        let screens = try await at.cabinet.read { tx in try RoomScreens.list(of: id, for: caller, in: tx) }
        return try JSON.response(try request.page(screens.map(UserAccount.init)) { $0.id.text })
    }

    @Sendable func assignScreen(_ request: Request, _ context: AppContext) async throws -> Response {
        let receipt = try await at.perform(AssignScreen(account: try context.id("userId"), body: try context.id("id")), request, context)
        return try JSON.response(SequenceAnswer(seq: receipt.seq))
    }

    @Sendable func removeScreen(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try await at.perform(RemoveScreen(account: try context.id("userId"), body: try context.id("id")), request, context)
        return Response(status: .noContent)
    }

    private func answer(_ id: BodyID, _ context: AppContext, status: HTTPResponse.Status = .ok) async throws -> Answer {
        let caller = try context.caller()
        let view = try await at.cabinet.read { tx in
            guard try Bodies.canSee(id, caller, in: tx), let view = try Bodies.body(id, in: tx) else { throw Refusal(.notFound) }
            return view
        }
        return try Answer(Body(view), version: view.version, status: status)
    }
}

/// Body of `POST /bodies/{id}/rules/{version}/confirm`.
struct RuleConfirmationRequest: Decodable {
    var authority: String
    var document: String
}

extension RuleVersion {
    init(_ view: RuleVersionView) {
        self.init(
            version: view.version, current: view.isCurrent, createdAt: Times.text(view.createdAt), rules: view.rules,
            confirmation: view.confirmation.map { .init(authority: $0.authority, document: $0.document, userId: $0.by, at: Times.text($0.at)) })
    }
}

/// Body of `POST /bodies`: rules may be partial.
struct NewBodyRequest: Decodable {
    var name: String
    var rules: RuleSetPatch?
    var unitId: UnitID?
}

extension Body {
    init(_ view: BodyView) {
        self.init(id: view.id, name: view.name, unitId: view.unit, rules: view.rules, rulesVersion: view.ruleVersion)
    }
}

extension BodyMember {
    init(_ view: MemberView) {
        self.init(userId: view.user, name: view.name, title: view.title, role: view.role, weight: view.weight, position: view.position, order: view.order)
    }
}
