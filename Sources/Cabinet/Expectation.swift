public import Rules
import Store

/// What a caller saw before he asked for a change (`If-Match`): one of some versions of one resource.
public struct Expectation: Sendable {
    public enum Resource: Sendable {
        case body(BodyID)
        case meeting(MeetingID)
        case agendaItem(AgendaItemID)
        case document(DocumentID)
        case poll(PollID)
        case account(UserID)
        case report(ReportID)
        case escalation(EscalationID)
        case actionItem(ActionItemID)
    }

    public var resource: Resource
    public var versions: Set<Int64>

    public init(_ resource: Resource, in versions: Set<Int64>) {
        self.resource = resource
        self.versions = versions
    }

    func check(in tx: borrowing Transaction) throws {
        let row =
            switch resource {
            case .body(let id): try tx.row("SELECT version FROM body WHERE id = \(id.text)")
            case .meeting(let id): try tx.row("SELECT version FROM meeting WHERE id = \(id.text)")
            case .agendaItem(let id): try tx.row("SELECT version FROM agenda_item WHERE id = \(id.text)")
            case .document(let id): try tx.row("SELECT version FROM document WHERE id = \(id.text)")
            case .poll(let id): try tx.row("SELECT version FROM poll WHERE id = \(id.text)")
            case .account(let id): try tx.row("SELECT version FROM account WHERE id = \(id.text)")
            case .report(let id): try tx.row("SELECT version FROM report WHERE id = \(id.text)")
            case .escalation(let id): try tx.row("SELECT version FROM escalation WHERE id = \(id.text)")
            case .actionItem(let id): try tx.row("SELECT version FROM action_item WHERE id = \(id.text)")
            }
        guard let row else { throw Refusal(.notFound) }
        guard versions.contains(row.integer("version")) else { throw Refusal(.versionStale) }
    }
}
