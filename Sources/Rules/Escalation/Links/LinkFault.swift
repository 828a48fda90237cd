/// A broken link between report, escalation, agenda item, vote, conclusion, task and answer (§1.7). `invariant` is its Roman numeral there.
public struct LinkFault: Codable, Hashable, Sendable {
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        /// (i) a conclusion names an item and an escalation of that item is undecided.
        case escalationUndecided
        /// (ii) a task without exactly one lead unit, a due instant and a source.
        case taskWithoutLead, taskWithoutDue, taskWithoutSource
        /// (iii) answered "resolved" while its tasks are open.
        case resolvedWithOpenTasks
        /// (iv) every task is done and nobody was asked to answer.
        case answerNotAskedFor
        /// (v) an escalation says "on agenda" and its item is gone, or its clock does not run in the inbox.
        case escalationOnNoAgenda, inboxClockStopped
        /// (vi) a paper of the meeting names the reporter.
        case reporterNamed
        /// (vii) a private conclusion stands in the public text, or the public text was not released.
        case privateTextPublished, publicTextNotReleased
    }

    public var kind: Kind
    /// Id of what is at fault.
    public var subject: String

    public init(_ kind: Kind, _ subject: String) {
        self.kind = kind
        self.subject = subject
    }

    public var invariant: String {
        switch kind {
        case .escalationUndecided: "i"
        case .taskWithoutLead, .taskWithoutDue, .taskWithoutSource: "ii"
        case .resolvedWithOpenTasks: "iii"
        case .answerNotAskedFor: "iv"
        case .escalationOnNoAgenda, .inboxClockStopped: "v"
        case .reporterNamed: "vi"
        case .privateTextPublished, .publicTextNotReleased: "vii"
        }
    }
}
