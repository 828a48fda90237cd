import Cabinet
import Hummingbird
import Paper
import Rules

/// `/admin`: accounts, bodies, members and rules, trust anchors.
struct AdminScreen {
    /// Most accounts and bodies shown at once.
    static let most = 2000

    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("admin", use: accounts)
        router.get("admin/bodies", use: bodies)
        router.get("admin/bodies/:body", use: body)
        router.get("admin/trust", use: trust)
        router.get("admin/contacts", use: contacts)
    }

    @Sendable func accounts(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try Self.admin(context)
        let p = stage.phrases(context)
        let all = try await PrepareScreen(stage: stage).accounts(context)
        let addresses = try await stage.at.cabinet.read { tx in try MailAddresses.all(for: caller, in: tx) }
        let model = AdminModel(tabs: Self.tabs(p, here: .accounts), accounts: AdminAccounts(all, addresses, caller, p))
        return try stage.page("admin/admin", title: p.t("admin.title"), model, request, context)
    }

    @Sendable func bodies(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try Self.admin(context)
        let p = stage.phrases(context)
        let all = try await stage.at.cabinet.read { tx in
            var all: [(BodyView, Int)] = []
            var after: String?
            repeat {
                let page = try Bodies.list(for: caller, after: after, limit: Listing<BodyView>.maxLimit, in: tx)
                for body in page.items { all.append((body, try Bodies.members(of: body.id, in: tx).count { $0.role.isSeat })) }
                after = page.next
            } while after != nil && all.count < Self.most
            return all
        }
        let rows = all.sorted { $0.0.name < $1.0.name }.map { AdminBodies.Row($0.0, members: $0.1, p) }
        let model = AdminModel(tabs: Self.tabs(p, here: .bodies), bodyList: AdminBodies(bodyRows: rows))
        return try stage.page("admin/admin", title: p.t("admin.bodies"), model, request, context)
    }

    @Sendable func body(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try Self.admin(context)
        let p = stage.phrases(context)
        let id: BodyID = try context.id("body")
        let (body, members, screens) = try await stage.at.cabinet.read { tx in
            guard let body = try Bodies.body(id, in: tx) else { throw Refusal(.notFound) }
            return (body, try Bodies.members(of: id, in: tx), try RoomScreens.list(of: id, for: caller, in: tx))
        }
        let accounts = try await PrepareScreen(stage: stage).accounts(context)
        let model = AdminModel(tabs: Self.tabs(p, here: .bodies), bodyPage: AdminBody(body, members: members, screens: screens, accounts: accounts, p))
        return try stage.page("admin/admin", title: body.name, model, request, context)
    }

    @Sendable func trust(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try Self.admin(context)
        let p = stage.phrases(context)
        let list = try await stage.at.trust.current()
        let anchors = try await AnchorView.all(list, at: stage.at)
        let untrusted = try await stage.at.cabinet.read { tx in try Documents.untrustedIssuers(in: tx) }
        let model = AdminModel(tabs: Self.tabs(p, here: .trust), trust: AdminTrust(list, anchors, untrusted: untrusted, now: context.arrivedAt, p))
        return try stage.page("admin/admin", title: p.t("admin.trust"), model, request, context)
    }

    /// Also for auditors and heads of units, who come from their desk.
    @Sendable func contacts(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let lists = Lists(law: try stage.at.cabinet.law(), p: stage.phrases(context))
        let page = try await stage.at.cabinet.read { tx in try ContactAccesses.list(for: caller, limit: Listing<ContactAccessView>.maxLimit, in: tx) }
        let tabs = caller.administers ? Self.tabs(lists.p, here: .contacts) : []
        return try stage.page("admin/admin", title: lists.p.t("contacts.title"), AdminModel(tabs: tabs, contacts: AdminContacts(page, lists)), request, context)
    }

    private static func admin(_ context: AppContext) throws -> Caller {
        let caller = try context.caller()
        try Standing.requireAdmin(caller)
        return caller
    }

    private enum Tab { case accounts, bodies, trust, contacts }

    private static func tabs(_ p: Phrases, here: Tab) -> [NavigationLink] {
        [
            NavigationLink(href: "/admin", label: p.t("admin.accounts"), isHere: here == .accounts),
            NavigationLink(href: "/admin/bodies", label: p.t("admin.bodies"), isHere: here == .bodies),
            NavigationLink(href: "/admin/trust", label: p.t("admin.trust"), isHere: here == .trust),
            NavigationLink(href: "/admin/contacts", label: p.t("contacts.title"), isHere: here == .contacts),
        ]
    }
}

extension AdminAccounts {
    init(_ accounts: [AccountView], _ addresses: [UserID: String], _ caller: Caller, _ p: Phrases) {
        let minimum = PasswordHash.length.lowerBound
        accountCount = accounts.count
        accountRows = accounts.map { Account($0, address: addresses[$0.id] ?? "", isOwn: $0.id == caller.person?.id, p) }
        roleOptions = AccountRole.allCases.map { OptionModel(value: $0.rawValue, label: p.t("role.\($0.rawValue)"), selected: $0 == .member) }
        passwordMinimum = minimum
        passwordHint = p.t("admin.passwordHint", ["n": "\(minimum)"])
    }
}

extension AdminAccounts.Account {
    init(_ account: AccountView, address: String, isOwn: Bool, _ p: Phrases) {
        let url = "/api/v1/users/\(account.id)"
        let name = ["name": account.name]
        userId = account.id.text
        self.name = account.name
        office = account.title
        username = account.username
        roleWord = p.t("role.\(account.role.rawValue)")
        stateClass = account.disabled ? "none" : "ok"
        stateSymbol = account.disabled ? "lock" : "check"
        stateWord = p.t(account.disabled ? "admin.disabled" : "admin.active")
        mailAddress = address
        mailShown = address.isEmpty ? p.t("admin.noMail") : address
        mailUrl = "\(url)/mail"
        passwordUrl = "\(url)/password"
        let end = ActionModel(
            label: p.t("admin.endSessions"), method: "DELETE", url: "\(url)/sessions", confirmation: p.t("admin.endSessionsConfirm", name), symbol: "out")
        let disable = ActionModel(
            label: p.t("admin.disable"), url: "\(url)/disable", confirmation: p.t("admin.disableConfirm", name), symbol: "lock", tone: "btn danger compact")
        let enable = ActionModel(label: p.t("admin.enable"), url: "\(url)/enable", symbol: "check")
        accountActions = isOwn ? [end] : [end, account.disabled ? enable : disable]
    }
}

extension AdminBodies.Row {
    init(_ body: BodyView, members: Int, _ p: Phrases) {
        href = "/admin/bodies/\(body.id)"
        bodyName = body.name
        memberCount = members
        ruleSummary = p.t("rules.summary", ["quorum": body.rules.quorum.description, "adoption": p.rule(body.rules.adoption)])
        ruleSource = body.rules.status == .unconfirmed ? p.t("poll.ruleUnconfirmed") : ""
    }
}
