import Rules

/// §1.2 and §0 of the domain page once more, written from the page and not from the code: where a command may begin, who may give it, and which states are
/// one to the public.
enum Ways {
    static let buckets: [Bucket: Set<ReportState>] = [
        .waiting: [.received, .accepted, .assigned],
        .processing: [.inProgress, .awaitingInformation, .coordinating, .beyondAuthority, .awaitingLeadership, .directed, .onAgenda, .concluded, .answerPending],
        .answered: [.answered, .closed],
        .rejected: [.rejected],
    ]

    /// Sentences that promise an instant: the one by which the report is due from then on.
    static let namingDue: Set<CitizenMessage.Code> = [
        .assigned, .started, .escalated, .directed, .assignedByLeader, .referredOutside, .concluded, .reopened, .receivedAgain, .unmerged, .onAgenda, .circulated, .itemDeferredTo, .awaitingChairman,
        .notAdopted, .noQuorum, .meetingCancelled, .meetingPostponed, .itemRemoved, .itemDeferred, .dueMoved,
    ]

    static let from: [String: Set<ReportState>] = [
        "accept": [.received], "reject": [.received], "assign": [.accepted], "start": [.assigned, .inProgress, .directed, .concluded], "return": [.assigned, .inProgress],
        "ask": [.inProgress], "reply": [.awaitingInformation], "coordinate": [.inProgress, .coordinating], "opinion": [.coordinating], "withdraw": [.coordinating],
        "extend": [.assigned, .inProgress, .coordinating], "escalate": [.inProgress], "forward": [.beyondAuthority], "office-return": [.beyondAuthority],
        "decide": [.awaitingLeadership], "agenda-ended": [.onAgenda], "conclude": [.onAgenda], "answer": [.inProgress], "approve": [.answerPending],
        "send-back": [.answerPending], "rate": [.answered, .closed], "reopen": [.answered, .closed, .rejected], "unmerge": [.duplicate],
        "merge": Set(ReportState.allCases).subtracting([.draft, .answered, .closed, .rejected, .duplicate]),
    ]

    /// The column "who".
    static func mayGo(_ command: ReportCommand, by actor: ReportActor, _ report: Report, _ law: ReportLaw) -> Bool {
        func works(at unit: UnitID) -> Bool { actor.roles.contains(.officer(unit)) || actor.roles.contains(.head(unit)) }
        let (officer, head) = (works(at: report.holder), actor.roles.contains(.head(report.holder)))
        let reception = works(at: law.forest.serviceCentre) || works(at: law.forest.office)
        let reporter = actor.roles.contains(.reporter)
        let house = actor.roles.contains(.clock)
        return switch command {
        case .accept, .reject: reception
        case .assign: report.isInDispute ? works(at: law.forest.office) : reception
        case .start, .ask, .coordinate, .withdraw, .answer: officer
        case .return, .askExtension, .approve, .sendBack: head
        case .escalate: head || house
        case .decideExtension: actor.roles.contains(.leader) || actor.roles.contains { if case .head = $0 { true } else { false } }
        case .reply: reporter || reception || officer
        case .opinion: report.subRequests.contains { works(at: $0.unit) && $0.endedAt == nil }
        case .forward: works(at: law.forest.office) || actor.roles.contains(.leader) || house
        case .officeReturn: works(at: law.forest.office) || house
        case .decide: actor.roles.contains(.leader) || house
        case .agendaEnded: actor.roles.contains(.secretariat) || actor.roles.contains(.leader) || house
        case .conclude, .closeTask: actor.roles.contains(.secretariat) || house
        case .completeDossier: true
        case .rate: reporter
        case .reopen: reporter || reception || (officer && report.state != .rejected)
        case .merge: officer || reception
        case .unmerge: reporter || officer || reception
        case .redact: actor.roles.contains(.moderator) || reception
        case .tick, .recount: house
        }
    }
}
