extension ReportMove {
    /// T13, T14 and the recorded decisions beside them. Carried out for each report of the escalation, by the leader or on his behalf by the clock.
    mutating func decide(_ decision: Decision, _ verb: String) throws(ReportRefusal) {
        try forbid(unless: actor.roles.contains(.leader) || actor.roles.contains(.clock), verb)
        try expect(.awaitingLeadership, verb: verb)
        try ReportRefusal.check(decision.faults(at: now, knowsUnit: { forest[$0]?.kind.handles == true }))
        switch decision.kind {
        case .instruct: direct(decision, .directed)
        case .assign: direct(decision, .assignedByLeader)
        case .referOutside: direct(decision, .referredOutside)
        case .agenda: putOnAgenda(decision, .onAgenda)
        case .circulate: putOnAgenda(decision, .circulated)
        case .defer:
            if let due = decision.due { fix(.leaderDecide, to: due) }
            go(to: .awaitingLeadership, .instruct, reason: decision.kind.rawValue, tell: CitizenMessage(.deferred, unit: report.holder, at: decision.due, text: decision.publicText))
        case .returnForMore: giveToHandler(.instruct, reason: decision.kind.rawValue, .returnedForMore, text: decision.publicText)
        case .decline: giveToHandler(.instruct, reason: decision.kind.rawValue, .declined, text: decision.publicText)
        }
    }

    /// A lead unit has work and a date; for what went outside the City Office sees to the reply.
    private mutating func direct(_ decision: Decision, _ code: CitizenMessage.Code) {
        let from = report.holder
        let lead = decision.leadUnit ?? forest.office
        stop(.leaderDecide, as: .done)
        stop(.process, as: .superseded)
        for index in open(.conclusionTask) {
            if report.clocks[index].task == nil { report.clocks[index].stop(.superseded, at: now) } else { report.clocks[index].resume(at: now, by: calendar(of: index)) }
        }
        report.holder = lead
        report.handler = lead
        report.officer = nil
        report.agendaItem = nil
        // What leadership has assigned does not bounce.
        report.isReturnable = false
        startClock(.conclusionTask, owner: lead, fixedDue: decision.due)
        own(.citizenAnswer, lead)
        let text = decision.kind == .referOutside ? decision.outsideBody : decision.publicText
        go(
            to: .directed, .instruct, from: from, to: lead, reason: decision.kind.rawValue,
            tell: CitizenMessage(code, unit: lead, text: text), naming: .due)
    }

    private mutating func putOnAgenda(_ decision: Decision, _ code: CitizenMessage.Code) {
        report.agendaItem = decision.agendaItem
        if let meetingAt = decision.meetingAt { fix(.leaderDecide, to: meetingAt) }
        go(to: .onAgenda, .agenda, reason: decision.kind.rawValue, tell: CitizenMessage(code, unit: report.holder, at: decision.meetingAt, text: decision.publicText))
    }

    /// The meeting did not conclude: back to the inbox with the clock resumed (invariant v), on to the next meeting, or to the chair.
    mutating func endAgenda(_ ending: ReportCommand.AgendaEnding, _ verb: String) throws(ReportRefusal) {
        try forbid(unless: !actor.roles.isDisjoint(with: [.secretariat, .leader, .clock]), verb)
        try expect(.onAgenda, verb: verb)
        if let nextAt = ending.nextAt, nextAt <= now { throw .missing("/nextAt", "field.in-the-past") }
        let reason = ending.reason.rawValue
        switch ending.reason {
        case .awaitingChairman:
            // Without a date the chair has what leadership has for a decision.
            let row = law.row(.leaderDecide, report.urgency, report.category)
            let clock = law.clock(row.calendar)
            let until = ending.nextAt ?? clock.due(from: now, budget: row.budget) ?? clock.endOfHorizon
            fix(.leaderDecide, to: until)
            go(to: .onAgenda, .postpone, reason: reason, tell: CitizenMessage(.awaitingChairman, unit: report.holder, at: until))
        case .itemDeferred where ending.nextItem != nil && ending.nextAt != nil:
            report.agendaItem = ending.nextItem
            if let nextAt = ending.nextAt { fix(.leaderDecide, to: nextAt) }
            go(to: .onAgenda, .postpone, reason: reason, tell: CitizenMessage(.itemDeferredTo, unit: report.holder, at: ending.nextAt))
        case .itemRemoved: returnToInbox(reason, .itemRemoved)
        case .itemDeferred: returnToInbox(reason, .itemDeferred)
        case .meetingPostponed: returnToInbox(reason, .meetingPostponed)
        case .meetingCancelled: returnToInbox(reason, .meetingCancelled)
        case .noQuorum: returnToInbox(reason, .noQuorum)
        case .notAdopted: returnToInbox(reason, .notAdopted)
        }
    }

    private mutating func returnToInbox(_ reason: String, _ code: CitizenMessage.Code) {
        report.agendaItem = nil
        unfix(.leaderDecide)
        go(to: .awaitingLeadership, .postpone, reason: reason, tell: CitizenMessage(code, unit: report.holder), naming: .due)
    }

    /// T15: a signed conclusion with its tasks.
    mutating func conclude(_ concluding: ReportCommand.Concluding, _ verb: String) throws(ReportRefusal) {
        try forbid(unless: actor.roles.contains(.secretariat) || actor.roles.contains(.clock), verb)
        try expect(.onAgenda, verb: verb)
        try ReportRefusal.check(concluding.faults(at: now, knowsUnit: { forest[$0]?.kind.handles == true }))
        guard let lead = concluding.tasks.first?.leadUnit else { throw .missing("/tasks") }

        let from = report.holder
        stop(.leaderDecide, as: .done)
        stop(.process, as: .superseded)
        for index in open(.conclusionTask) {
            if report.clocks[index].task == nil { report.clocks[index].stop(.superseded, at: now) } else { report.clocks[index].resume(at: now, by: calendar(of: index)) }
        }
        report.conclusion = concluding.conclusion
        report.holder = lead
        report.handler = lead
        report.officer = nil
        report.agendaItem = nil
        report.isReturnable = false
        for task in concluding.tasks {
            guard let unit = task.leadUnit else { continue }
            report.openTasks.append(task.id)
            startClock(.conclusionTask, owner: unit, fixedDue: task.due, task: task.id)
        }
        own(.citizenAnswer, lead)
        go(to: .concluded, .conclude, from: from, to: lead, tell: CitizenMessage(.concluded, unit: lead, text: concluding.publicText), naming: .due)
    }

    /// A task of a conclusion is done; the last one asks for the answer (invariant iv).
    mutating func closeTask(_ task: ActionItemID, _ publicText: String?, _ verb: String) throws(ReportRefusal) {
        try forbid(unless: actor.roles.contains(.secretariat) || actor.roles.contains(.clock), verb)
        guard report.openTasks.contains(task) else { throw .missing("/task", "report.no-such-task", ["task": task.text]) }
        report.openTasks.removeAll { $0 == task }
        for index in open(.conclusionTask) where report.clocks[index].task == task { report.clocks[index].stop(.done, at: now) }
        if report.openTasks.isEmpty {
            prompts.append(.draftAnswer(handler: report.handler, publicText: publicText))
            go(to: report.state, .task, reason: task.text, tell: CitizenMessage(.tasksDone, unit: report.handler))
        } else {
            go(to: report.state, .task, reason: task.text, silent: .insideUnit)
        }
    }
}

extension ReportCommand.Concluding {
    /// Everything a conclusion must have before reports may follow it (T15, invariant ii).
    public func faults(at now: Timestamp, knowsUnit: (UnitID) -> Bool) -> [Refusal.Field] {
        var faults: [Refusal.Field] = []
        if !isSigned { faults.append(.init(pointer: "/conclusion", reason: "conclusion.unsigned")) }
        if openPolls > 0 { faults.append(.init(pointer: "/openPolls", reason: "conclusion.poll-open", parameters: ["open": "\(openPolls)"])) }
        if tasks.isEmpty { faults.append(.init(pointer: "/tasks", reason: "field.required")) }
        var ids: Set<ActionItemID> = []
        for (index, task) in tasks.enumerated() {
            let pointer = "/tasks/\(index)"
            if !ids.insert(task.id).inserted { faults.append(.init(pointer: "\(pointer)/id", reason: "field.twice")) }
            if let unit = task.leadUnit {
                if !knowsUnit(unit) { faults.append(.init(pointer: "\(pointer)/leadUnit", reason: "unit.unknown", parameters: ["unit": unit.text])) }
            } else {
                faults.append(.init(pointer: "\(pointer)/leadUnit", reason: "field.required"))
            }
            if let due = task.due {
                if due <= now { faults.append(.init(pointer: "\(pointer)/due", reason: "field.in-the-past")) }
            } else {
                faults.append(.init(pointer: "\(pointer)/due", reason: "field.required"))
            }
        }
        return faults
    }
}
