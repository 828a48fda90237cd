/// What may be done with a report (T2–T23). `verb` is the word in the address of the request, where there is one.
public enum ReportCommand: Codable, Hashable, Sendable {
    case accept(Acceptance)
    case reject(Rejection)
    case assign(Assignment)
    /// Names the officer.
    case start(UserID)
    case `return`(Return)
    case ask(Text)
    case reply
    case coordinate(Consultation)
    /// The consulted unit answers its part.
    case opinion(Int)
    /// The asking unit no longer waits for a part.
    case withdraw(Int)
    case askExtension(Extension)
    case decideExtension(granted: Bool)
    case escalate(Escalating)
    /// The rest of an urgent dossier.
    case completeDossier(Dossier)
    /// The City Office puts it before leadership …
    case forward
    /// … or asks the unit for more.
    case officeReturn(Text)
    case decide(Decision)
    case agendaEnded(AgendaEnding)
    case conclude(Concluding)
    case closeTask(ActionItemID, publicText: String?)
    case answer(Answering)
    case approve
    case sendBack(Text)
    case rate(Rating)
    case reopen(Reopening)
    case merge(Merging)
    case unmerge(Text)
    case redact(Text)
    /// Whatever has come due: alarms, questions without reply, silence.
    case tick
    /// A new version of a calendar.
    case recount

    public var verb: String {
        switch self {
        case .accept: "accept"
        case .reject: "reject"
        case .assign: "assign"
        case .start: "start"
        case .return: "return"
        case .ask: "ask"
        case .reply: "reply"
        case .coordinate: "coordinate"
        case .opinion: "opinion"
        case .withdraw: "withdraw"
        case .askExtension, .decideExtension: "extend"
        case .escalate: "escalate"
        case .completeDossier: "complete"
        case .forward: "forward"
        case .officeReturn: "office-return"
        case .decide: "decide"
        case .agendaEnded: "agenda-ended"
        case .conclude: "conclude"
        case .closeTask: "close-task"
        case .answer: "answer"
        case .approve: "approve"
        case .sendBack: "send-back"
        case .rate: "rate"
        case .reopen: "reopen"
        case .merge: "merge"
        case .unmerge: "unmerge"
        case .redact: "redact"
        case .tick: "tick"
        case .recount: "recount"
        }
    }
}
