import Cabinet
import Hummingbird
import Rules
import Store
import Wire

/// `/tokens`, `/me`, `/users`, `/keys`.
struct IdentityRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.post("tokens", use: makeToken)
        api.delete("tokens/current", use: endOwnToken)
        api.get("me", use: me)
        api.put("me/password", use: changeOwnPassword)
        api.post("me/reauthenticate", use: reauthenticate)
        api.get("users", use: users)
        api.post("users", use: addUser)
        api.get("users/:id", use: user)
        api.put("users/:id/password", use: changePassword)
        api.put("users/:id/unit", use: place)
        api.post("users/:id/disable", use: disable)
        api.post("users/:id/enable", use: enable)
        api.delete("users/:id/sessions", use: endSessions)
        api.get("keys", use: keys)
    }

    @Sendable func makeToken(_ request: Request, _ context: AppContext) async throws -> Response {
        let wanted = try JSON.decode(TokenRequest.self, from: await request.bytes(limit: at.configuration.maxJSONBytes))
        let signed = try await at.signIn(
            username: wanted.username, password: wanted.password, kind: .token, label: request.headers[.userAgent] ?? "", context: context)
        return try JSON.response(TokenAnswer(token: signed.secret, expiresAt: Times.text(signed.expiresAt)), status: .created)
    }

    @Sendable func endOwnToken(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let session = context.session else { throw Refusal(.authRequired) }
        _ = try await at.perform(EndSession(id: session.id, account: session.account.id), request, context)
        return Response(status: .noContent)
    }

    @Sendable func place(_ request: Request, _ context: AppContext) async throws -> Response {
        let wanted = try JSON.decode(PutUnit.self, from: await request.bytes(limit: at.configuration.maxJSONBytes))
        let id: UserID = try context.id("id")
        _ = try await at.perform(PlaceAccount(account: id, unit: wanted.unitId, isHead: wanted.head ?? false), request, context, on: .account(id))
        return Response(status: .noContent)
    }

    @Sendable func me(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let account = context.session?.account else { throw Refusal(.authRequired) }
        let memberships = try await at.cabinet.read { tx in try Accounts.memberships(of: account.id, in: tx) }
        return try JSON.resource(
            Me(
                id: account.id, username: account.username, name: account.name, title: account.title, role: account.role,
                bodies: memberships.map { .init(bodyId: $0.body, role: $0.role) }), version: account.version)
    }

    @Sendable func changeOwnPassword(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let session = context.session else { throw Refusal(.authRequired) }
        let wanted = try JSON.decode(OwnPassword.self, from: await request.bytes(limit: at.configuration.maxJSONBytes))
        try await check(wanted.current, of: session, at: "/current", context)
        let hash = try await at.passwords.make(wanted.password)
        _ = try await at.perform(ChangePassword(account: session.account.id, passwordHash: hash, keepingSession: session.id), request, context)
        return Response(status: .noContent)
    }

    /// Failures count as those at the door do.
    private func check(_ password: String, of session: SessionView, at pointer: String, _ context: AppContext) async throws {
        let username = session.account.username
        try at.throttle.attempt(account: username, address: context.address, at: context.arrivedAt)
        let stored = try await at.cabinet.read { tx in try Accounts.passwordHash(of: username, in: tx)?.hash }
        guard try await at.passwords.matches(password, stored ?? at.passwords.decoy) else { throw Refusal.invalid(pointer, "field.password-wrong") }
        at.throttle.succeeded(account: username, address: context.address, at: context.arrivedAt)
    }

    @Sendable func reauthenticate(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let session = context.session else { throw Refusal(.authRequired) }
        let wanted = try JSON.decode(PasswordAgain.self, from: await request.bytes(limit: at.configuration.maxJSONBytes))
        try await check(wanted.password, of: session, at: "/password", context)
        _ = try await at.perform(Reauthenticate(session: session.id, account: session.account.id), request, context)
        return Response(status: .noContent)
    }

    @Sendable func users(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let (limit, after) = try request.page()
        let list = try await at.cabinet.read { tx in try Accounts.list(for: caller, after: after, limit: limit, in: tx) }
        return try JSON.response(Page(items: list.items.map(UserAccount.init), next: list.next))
    }

    @Sendable func user(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: UserID = try context.id("id")
        guard caller.administers || caller.person?.id == id else { throw Refusal(.notFound) }
        return try await answer(id).response
    }

    private func answer(_ id: UserID, status: HTTPResponse.Status = .ok) async throws -> Answer {
        guard let account = try await at.cabinet.read({ tx in try Accounts.account(id, in: tx) }) else { throw Refusal(.notFound) }
        return try Answer(UserAccount(account), version: account.version, status: status)
    }

    @Sendable func addUser(_ request: Request, _ context: AppContext) async throws -> Response {
        try Standing.requireAdmin(try context.caller())
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(NewUser.self, from: bytes)
        let command = AddAccount(
            id: at.newID(), username: wanted.username, name: wanted.name, title: wanted.title ?? "", role: wanted.role, unit: wanted.unitId, isHead: wanted.head ?? false,
            passwordHash: try await at.passwords.make(wanted.password))
        return try await at.answer(command, request, context, body: bytes) { try await answer($0.id, status: .created) }
    }

    @Sendable func changePassword(_ request: Request, _ context: AppContext) async throws -> Response {
        try Standing.requireAdmin(try context.caller())
        let wanted = try JSON.decode(NewPassword.self, from: await request.bytes(limit: at.configuration.maxJSONBytes))
        let hash = try await at.passwords.make(wanted.password)
        _ = try await at.perform(ChangePassword(account: try context.id("id"), passwordHash: hash), request, context)
        return Response(status: .noContent)
    }

    @Sendable func disable(_ request: Request, _ context: AppContext) async throws -> Response {
        let id: UserID = try context.id("id")
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        return try await at.answer(DisableAccount(account: id), request, context, body: bytes, on: .account(id)) { _ in try await answer(id) }
    }

    @Sendable func enable(_ request: Request, _ context: AppContext) async throws -> Response {
        let id: UserID = try context.id("id")
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        return try await at.answer(EnableAccount(account: id), request, context, body: bytes, on: .account(id)) { _ in try await answer(id) }
    }

    @Sendable func endSessions(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try await at.perform(EndSessions(account: try context.id("id")), request, context)
        return Response(status: .noContent)
    }

    /// Public keys with which checkpoints and verdicts are signed; no account needed.
    @Sendable func keys(_ request: Request, _ context: AppContext) async throws -> Response {
        try JSON.response(ServerKeys(keys: [.init(kid: at.signingKey.id, x: at.signingKey.publicKey)]))
    }
}

extension UserAccount {
    init(_ view: AccountView) {
        self.init(id: view.id, username: view.username, name: view.name, title: view.title, role: view.role, unitId: view.unit, disabled: view.disabled)
    }
}
