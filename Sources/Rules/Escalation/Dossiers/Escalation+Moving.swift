extension Escalation {
    /// What a step asks of every report of the escalation; carried out by a follower, keyed by the event.
    public struct Step: Hashable, Sendable {
        public var escalation: Escalation
        public var fanOut: ReportCommand
    }

    /// A leader's decision. Refuses `escalation.forbidden`, `escalation.wrong-state` and `escalation.incomplete` naming the fields.
    public func deciding(_ decision: Decision, by actor: ReportActor, at now: Timestamp, under law: ReportLaw) throws(ReportRefusal) -> Step {
        guard actor.roles.contains(.leader), let decider = actor.person else { throw ReportRefusal(.escalationForbidden, ["action": "decide"]) }
        try expect(.inbox, "decide")
        try ReportRefusal.check(decision.faults(at: now, knowsUnit: { law.forest[$0]?.kind.handles == true }), .escalationIncomplete)
        var next = moved()
        next.decisions.append(Recorded(kind: decision.kind, decider: decider, onBehalfOf: decision.onBehalfOf, at: now))
        next.deferredUntil = nil
        switch decision.kind {
        case .instruct, .assign, .referOutside: next.state = .decided
        case .agenda, .circulate:
            next.state = .onAgenda
            next.agendaItem = decision.agendaItem
        case .defer: next.deferredUntil = decision.due
        case .returnForMore, .decline: next.state = .returned
        }
        return Step(escalation: next, fanOut: .decide(decision))
    }

    /// The City Office puts it before leadership.
    public func forwarding(by actor: ReportActor, under law: ReportLaw) throws(ReportRefusal) -> Step {
        // Leadership may take up what the Office is still gathering.
        guard actor.works(at: law.forest.office) || actor.roles.contains(.leader) else { throw ReportRefusal(.escalationForbidden, ["action": "forward"]) }
        try expect(.gathering, "forward")
        var next = moved()
        next.state = .inbox
        return Step(escalation: next, fanOut: .forward)
    }

    /// The City Office asks the unit for more before leadership sees it.
    public func officeReturning(_ note: String, by actor: ReportActor, under law: ReportLaw) throws(ReportRefusal) -> Step {
        guard actor.works(at: law.forest.office) else { throw ReportRefusal(.escalationForbidden, ["action": "office-return"]) }
        try expect(.gathering, "office-return")
        if Syllables.isBlank(note) { throw ReportRefusal(.escalationIncomplete, fields: [.init(pointer: "/note", reason: "field.required")]) }
        var next = moved()
        next.state = .returned
        return Step(escalation: next, fanOut: .officeReturn(.init(note)))
    }

    /// The rest of an urgent dossier has come.
    public func completing(_ dossier: Dossier, by actor: ReportActor, under law: ReportLaw) throws(ReportRefusal) -> Step {
        guard actor.works(at: from) else { throw ReportRefusal(.escalationForbidden, ["action": "complete"]) }
        guard dossierDue != nil else { throw ReportRefusal(.escalationWrongState, ["action": "complete", "state": state.rawValue]) }
        try ReportRefusal.check(law.faults(of: dossier), .escalationIncomplete)
        var next = moved()
        next.dossierDue = nil
        return Step(escalation: next, fanOut: .completeDossier(dossier))
    }

    /// The meeting did not conclude (invariant v): back to the inbox, on to the next item, or waiting for the chair.
    public func agendaEnded(_ ending: ReportCommand.AgendaEnding) throws(ReportRefusal) -> Step {
        try expect(.onAgenda, "agenda-ended")
        var next = moved()
        switch ending.reason {
        case .awaitingChairman: break
        case .itemDeferred where ending.nextItem != nil && ending.nextAt != nil: next.agendaItem = ending.nextItem
        default:
            next.state = .inbox
            next.agendaItem = nil
        }
        return Step(escalation: next, fanOut: .agendaEnded(ending))
    }

    /// The conclusion of its agenda item (invariant i): nothing of it stays undecided.
    public func concluding(_ concluding: ReportCommand.Concluding, at now: Timestamp, under law: ReportLaw) throws(ReportRefusal) -> Step {
        try expect(.onAgenda, "conclude")
        try ReportRefusal.check(concluding.faults(at: now, knowsUnit: { law.forest[$0]?.kind.handles == true }), .escalationIncomplete)
        var next = moved()
        next.state = .concluded
        next.conclusion = concluding.conclusion
        return Step(escalation: next, fanOut: .conclude(concluding))
    }

    private func moved() -> Escalation {
        var next = self
        next.version += 1
        return next
    }

    private func expect(_ expected: EscalationState, _ action: String) throws(ReportRefusal) {
        if state != expected { throw ReportRefusal(.escalationWrongState, ["action": action, "state": state.rawValue]) }
    }
}
