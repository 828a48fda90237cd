extension ReportMove {
    /// T16: an answer that passes the hard rules goes to approval.
    mutating func answer(_ answering: ReportCommand.Answering, _ verb: String) throws(ReportRefusal) {
        try forbid(unless: actor.works(at: report.holder), verb)
        try expect(.inProgress, verb: verb)
        let evidence = report.category.flatMap { law.categories[$0] }?.evidence ?? .photoOrSignedDocument
        try ReportRefusal.check(AnswerGate(law.policy.answer).faults(answering.draft, evidence: evidence, today: now.inVietnam.date))
        guard let outcome = answering.draft.outcome else { throw .missing("/outcome") }
        if outcome == .resolved, !report.openTasks.isEmpty { throw ReportRefusal(.tasksOpen, ["open": "\(report.openTasks.count)"]) }

        var reasons: [Report.SecondApproval] = []
        if report.urgency == .urgent { reasons.append(.urgent) }
        if report.wasEscalated { reasons.append(.escalated) }
        if !answering.flags.isEmpty { reasons.append(.flagged) }
        if report.round > 1 { reasons.append(.reopened) }
        if report.isCollective { reasons.append(.collective) }
        report.pending = .init(author: actor.person, outcome: outcome, flags: answering.flags, secondApproval: reasons)
        let isWaived = outcome == .resolved && evidence == .waived
        go(to: .answerPending, .draft, reason: isWaived ? "evidenceWaived" : nil, silent: .insideUnit)
    }

    /// T17
    mutating func approve(_ verb: String) throws(ReportRefusal) {
        try forbid(unless: actor.isHead(of: report.holder), verb)
        try expect(.answerPending, verb: verb)
        guard let pending = report.pending else { throw ReportRefusal(.wrongState, ["action": verb, "state": report.state.rawValue]) }
        if !pending.secondApproval.isEmpty, pending.author == actor.person {
            throw ReportRefusal(.secondApprover, ["reason": pending.secondApproval[0].rawValue])
        }
        // A task may have been added since the draft was written.
        if pending.outcome == .resolved, !report.openTasks.isEmpty { throw ReportRefusal(.tasksOpen, ["open": "\(report.openTasks.count)"]) }
        report.pending = nil
        report.outcome = pending.outcome
        report.answeredAt = now
        report.closesAt = law.instant(after: law.policy.silenceDays, from: now)
        report.extensionAskedUntil = nil
        stop(.process, .citizenAnswer, as: .done)
        stop(.coordinate, .dossier, as: .dropped)
        for index in open(.conclusionTask) where report.clocks[index].task == nil { report.clocks[index].stop(.done, at: now) }
        go(to: .answered, .answer, reason: pending.outcome.rawValue, tell: CitizenMessage(.answered(pending.outcome), unit: report.holder, at: report.closesAt))
    }

    /// T18
    mutating func sendBack(_ reason: String, _ verb: String) throws(ReportRefusal) {
        try forbid(unless: actor.isHead(of: report.holder), verb)
        try expect(.answerPending, verb: verb)
        try ReportRefusal.check(textFaults(reason, "/reason"))
        report.pending = nil
        go(to: .inProgress, .sendBack, silent: .insideUnit)
    }

    /// T19: one rating a round; it closes the report.
    mutating func rate(_ rating: ReportCommand.Rating, _ verb: String) throws(ReportRefusal) {
        try forbid(unless: actor.roles.contains(.reporter), verb)
        try expect(.answered, .closed, verb: verb)
        guard report.rating == nil else { throw ReportRefusal(.alreadyRated) }
        let known = law.policy.ratingReasons.map(\.code)
        try ReportRefusal.check(
            rating.reasons.enumerated().filter { !known.contains($0.element) }.map {
                .init(pointer: "/reasons/\($0.offset)", reason: "rating.unknown-reason", parameters: ["reason": $0.element.text])
            })
        report.ratings.append(.init(round: report.round, level: rating.level, reasons: known.filter(rating.reasons.contains), at: now))
        report.closesAt = nil
        go(to: .closed, .rate, reason: rating.level.rawValue, tell: CitizenMessage(.rated, unit: report.holder))
    }

    /// T20: the second reopening goes one level up, the third to the City Office.
    mutating func reopen(_ reason: String, _ verb: String) throws(ReportRefusal) {
        let isReporter = actor.roles.contains(.reporter)
        try forbid(unless: isReporter || isReception || actor.works(at: report.holder), verb)
        if report.state == .rejected {
            // A mistaken rejection is undone by the reception alone.
            try forbid(unless: isReception, verb)
            try ReportRefusal.check(textFaults(reason, "/reason"))
            report.holder = forest.serviceCentre
            startClock(.receive, owner: report.holder)
            startClock(.citizenAnswer, owner: report.holder)
            go(to: .received, .reopen, tell: CitizenMessage(.receivedAgain, unit: report.holder), naming: .due)
            return
        }
        try expect(.answered, .closed, verb: verb)
        if isReporter {
            if let rating = report.rating, rating != .dissatisfied { throw ReportRefusal(.reopenContent) }
            if let answeredAt = report.answeredAt, now.ms > answeredAt.ms + Int64(law.policy.reopenDays) * 86_400_000 {
                throw ReportRefusal(.reopenLate, ["days": "\(law.policy.reopenDays)"])
            }
        }
        try ReportRefusal.check(textFaults(reason, "/reason"))
        if isReporter, report.rating == nil { report.ratings.append(.init(round: report.round, level: .dissatisfied, at: now)) }

        let from = report.holder
        let last = report.handler ?? from
        let unit: UnitID =
            switch report.round {
            case 1: last
            case 2: nextLevel(above: last) == forest.leadership ? forest.office : nextLevel(above: last)
            default: forest.office
            }
        report.round += 1
        report.bouncesInRound = 0
        report.isReturnable = report.openTasks.isEmpty
        report.outcome = nil
        report.answeredAt = nil
        report.closesAt = nil
        report.assignedAt = now
        if unit != from { report.officer = nil }
        report.holder = unit
        report.handler = unit
        startClock(.process, owner: unit, percent: law.policy.reopenPercent)
        startClock(.citizenAnswer, owner: unit, percent: law.policy.reopenPercent)
        go(
            to: .inProgress, .reopen, from: from, to: unit, reason: isReporter ? "dissatisfied" : "error",
            tell: CitizenMessage(.reopened, unit: unit), naming: .due)
    }
}

extension CitizenMessage.Code {
    /// The sentence follows the outcome: nobody is told that something is done which is not.
    static func answered(_ outcome: AnswerOutcome) -> Self {
        switch outcome {
        case .resolved: .answeredResolved
        case .partlyResolved: .answeredPartly
        case .planned: .answeredPlanned
        case .outOfScope: .answeredOutOfScope
        case .unfounded: .answeredUnfounded
        case .duplicate: .answeredDuplicate
        }
    }
}
