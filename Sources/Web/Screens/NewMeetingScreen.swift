import Cabinet
import Hummingbird
import Rules

/// `/meetings/new`: the form for a meeting that is not there yet.
struct NewMeetingScreen {
    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("meetings/new", use: show)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let p = stage.phrases(context)
        let bodies = try await bodies(for: caller)
        let model = NewMeetingModel(hasBodies: !bodies.isEmpty, details: DetailsModel(bodies: bodies, at: context.arrivedAt, p))
        return try stage.page("meetings/new", title: p.t("newMeeting.title"), model, request, context)
    }

    /// Bodies the caller is secretary for, as far as it can be seen from here; the door asks again.
    private func bodies(for caller: Caller) async throws -> [BodyView] {
        guard let person = caller.person, person.role != .auditor else { return [] }
        return try await stage.at.cabinet.read { tx in
            let roles = try Accounts.memberships(of: person.id, in: tx)
            return try Bodies.list(for: caller, after: nil, limit: Listing<BodyView>.maxLimit, in: tx).items.filter { body in
                guard let role = roles.first(where: { $0.body == body.id })?.role else { return true }
                return role == .secretary || caller.administers
            }
        }
    }
}
