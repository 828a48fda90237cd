/// The rules of reports say no. Codes are stable for ever; the sentence is made from code and parameters when it is read.
public struct ReportRefusal: Error, Hashable, Sendable {
    public enum Code: String, CaseIterable, Codable, Sendable {
        /// The person has not the role at that unit. Parameters: `action`, `unit`.
        case forbidden = "report.forbidden"
        /// The action does not fit the state. `action`, `state`.
        case wrongState = "report.wrong-state"
        /// A guard is not met; `fields` names every one.
        case incomplete = "report.incomplete"
        /// Assigned by the arbiter or by leadership: may not be returned.
        case notReturnable = "report.not-returnable"
        /// A question is open already, or all have been asked. `limit`.
        case questionLimit = "report.question-limit"
        /// No further extension. `limit`.
        case extensionLimit = "report.extension-limit"
        /// An extension was asked for or granted after the due instant.
        case extensionLate = "report.extension-late"
        /// Who proposed the answer may not approve this one.
        case secondApprover = "report.second-approver"
        /// "Resolved" while tasks of the conclusion are open. `open`.
        case tasksOpen = "report.tasks-open"
        /// The master is closed: the choice has to be made again with `intoClosed`.
        case masterClosed = "report.master-closed"
        /// The master is the report itself or hangs on it.
        case masterCircle = "report.master-circle"
        /// Rated already in this round.
        case alreadyRated = "report.already-rated"
        /// Reopening came too late. `days`.
        case reopenLate = "report.reopen-late"
        /// Rated other than "dissatisfied": reopening contradicts it.
        case reopenContent = "report.reopen-content"
        /// The action does not fit the state of the escalation. `action`, `state`.
        case escalationWrongState = "escalation.wrong-state"
        case escalationForbidden = "escalation.forbidden"
        case escalationIncomplete = "escalation.incomplete"

        /// HTTP status (RFC 9110).
        public var status: Int {
            switch self {
            case .forbidden, .secondApprover, .escalationForbidden: 403
            case .wrongState, .notReturnable, .questionLimit, .extensionLimit, .extensionLate, .tasksOpen, .masterClosed, .masterCircle, .alreadyRated, .reopenLate, .reopenContent,
                .escalationWrongState:
                409
            case .incomplete, .escalationIncomplete: 422
            }
        }
    }

    public var code: Code
    public var parameters: [String: String]
    public var fields: [Refusal.Field]

    public init(_ code: Code, _ parameters: [String: String] = [:], fields: [Refusal.Field] = []) {
        self.code = code
        self.parameters = parameters
        self.fields = fields
    }

    static func missing(_ pointer: String, _ reason: String = "field.required", _ parameters: [String: String] = [:]) -> ReportRefusal {
        ReportRefusal(.incomplete, fields: [.init(pointer: pointer, reason: reason, parameters: parameters)])
    }

    /// Throws if any field is not acceptable.
    static func check(_ fields: [Refusal.Field], _ code: Code = .incomplete) throws(ReportRefusal) {
        if !fields.isEmpty { throw ReportRefusal(code, fields: fields) }
    }
}
