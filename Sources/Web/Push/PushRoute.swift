import Cabinet
import Hummingbird
import HummingbirdCore
import Push
import Rules
import Store

/// `GET /push`: the WebSocket on the HTTP port.
struct PushRoute {
    static let subprotocol = "ecabinet.v1"
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("push", use: open)
    }

    @Sendable func open(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let session = context.session else { throw Refusal(.authRequired) }
        let caller = session.caller
        let cabinet = at.cabinet
        let subscriber = Subscriber(userID: session.account.id, sessionID: session.id) { name in
            try await cabinet.read { tx in try Self.access(name, for: caller, in: tx) }
        }
        let hub = at.hub
        return UpgradeSlot.accept(request: request, subprotocols: [Self.subprotocol]) { connection in
            await hub.serve(connection, as: subscriber)
        }
    }

    /// The stream behind a name and what the caller holds in it; nil for one he may not know of.
    private static func access(_ name: String, for caller: Caller, in tx: borrowing Transaction) throws -> StreamAccess? {
        let parts = name.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let person = caller.person else { return nil }
        switch parts[0] {
        case "person" where parts[1] == "me" || parts[1] == person.id.text:
            return StreamAccess(stream: StreamID("person:\(person.id)"), grants: [.person(person.id)])
        case "meeting":
            guard let id = MeetingID(parts[1]), let grants = try Meetings.pushAccess(id, for: caller, in: tx) else { return nil }
            return StreamAccess(stream: StreamID("meeting:\(id)"), grants: grants)
        case "report":
            guard let id = ReportID(parts[1]), let grants = try Reports.pushAccess(id, for: caller, in: tx) else { return nil }
            return StreamAccess(stream: StreamID("report:\(id)"), grants: grants)
        default: return nil
        }
    }
}
