extension ReportMove {
    /// T5; also takes up what was directed or concluded (T13, T15), and names another officer.
    mutating func start(_ officer: UserID, _ verb: String) throws(ReportRefusal) {
        try forbid(unless: actor.works(at: report.holder), verb)
        try expect(.assigned, .directed, .concluded, .inProgress, verb: verb)
        let wasInProgress = report.state == .inProgress
        report.officer = officer
        report.handler = report.holder
        if wasInProgress {
            go(to: .inProgress, .start, silent: .insideUnit)
        } else {
            go(to: .inProgress, .start, tell: CitizenMessage(.started, unit: report.holder), naming: .due)
        }
    }

    /// T6, and T7 when it has bounced often enough.
    mutating func giveBack(_ back: ReportCommand.Return, _ verb: String) throws(ReportRefusal) {
        try forbid(unless: actor.isHead(of: report.holder), verb)
        try expect(.assigned, .inProgress, verb: verb)
        guard report.isReturnable else { throw ReportRefusal(.notReturnable, ["unit": report.holder.text]) }
        var faults = unitFaults(back.unit, "/unit") + textFaults(back.note, "/note")
        if back.unit == report.holder { faults.append(.init(pointer: "/unit", reason: "unit.own")) }
        if law.competence.rule(back.rule) == nil {
            faults.append(.init(pointer: "/rule", reason: "competence.unknown-rule", parameters: ["rule": back.rule.text]))
        } else if !(question().map { law.competence.competent($0).contains { $0.unit == back.unit && $0.rule == back.rule && $0.level != .coordinate } } ?? false) {
            faults.append(.init(pointer: "/rule", reason: "competence.rule-does-not-fit", parameters: ["rule": back.rule.text, "unit": back.unit.text]))
        }
        try ReportRefusal.check(faults)

        let from = report.holder
        report.bouncesInRound += 1
        report.counters.functional += 1
        report.holder = forest.serviceCentre
        report.officer = nil
        // The clock of handling runs on while units disagree.
        own(.process, forest.serviceCentre)
        own(.citizenAnswer, forest.serviceCentre)
        go(
            to: .accepted, .return, from: from, to: forest.serviceCentre, reason: back.reason.rawValue, rule: back.rule,
            tell: CitizenMessage(.returned, unit: from, other: back.unit))
        guard report.bouncesInRound >= law.policy.bouncesToArbiter else { return }
        report.isInDispute = true
        report.holder = forest.office
        own(.process, forest.office)
        own(.citizenAnswer, forest.office)
        go(to: .accepted, .arbitrate, from: forest.serviceCentre, to: forest.office, tell: CitizenMessage(.inDispute, unit: forest.office))
    }

    /// T8
    mutating func ask(_ question: String, _ verb: String) throws(ReportRefusal) {
        try forbid(unless: actor.works(at: report.holder), verb)
        try expect(.inProgress, verb: verb)
        guard report.questionsAsked < law.policy.maximumQuestions else { throw ReportRefusal(.questionLimit, ["limit": "\(law.policy.maximumQuestions)"]) }
        try ReportRefusal.check(textFaults(question, "/question", syllables: law.policy.minimumQuestionSyllables))
        report.questionsAsked += 1
        let until = law.instant(after: law.policy.questionDays, from: now)
        report.questionEndsAt = until
        pause(.process)
        go(to: .awaitingInformation, .question, tell: CitizenMessage(.question, unit: report.holder, at: until, text: question))
    }

    mutating func reply(_ verb: String) throws(ReportRefusal) {
        try forbid(unless: actor.roles.contains(.reporter) || isReception || actor.works(at: report.holder), verb)
        try expect(.awaitingInformation, verb: verb)
        endQuestion(.reply, CitizenMessage(.replyReceived, unit: report.holder))
    }

    mutating func endQuestion(_ kind: HopKind, reason: String? = nil, _ message: CitizenMessage) {
        report.questionEndsAt = nil
        resume(.process)
        go(to: .inProgress, kind, reason: reason, tell: message)
    }

    /// T9
    mutating func coordinate(_ consultation: ReportCommand.Consultation, _ verb: String) throws(ReportRefusal) {
        try forbid(unless: actor.works(at: report.holder), verb)
        try expect(.inProgress, .coordinating, verb: verb)
        var faults = unitFaults(consultation.unit, "/unit") + textFaults(consultation.request, "/request")
        if consultation.unit == report.holder { faults.append(.init(pointer: "/unit", reason: "unit.own")) }
        if report.subRequests.contains(where: { $0.unit == consultation.unit && $0.endedAt == nil }) {
            faults.append(.init(pointer: "/unit", reason: "unit.asked-already", parameters: ["unit": consultation.unit.text]))
        }
        if report.subRequests.count >= law.policy.maximumSubRequests {
            faults.append(.init(pointer: "/unit", reason: "field.too-many", parameters: ["limit": "\(law.policy.maximumSubRequests)"]))
        }
        try ReportRefusal.check(faults)
        let number = report.subRequests.count + 1
        report.subRequests.append(.init(number: number, unit: consultation.unit, askedAt: now, isWithdrawn: false))
        report.counters.functional += 1
        startClock(.coordinate, owner: consultation.unit, subRequest: number)
        let due = report.clocks.last?.due
        go(to: .coordinating, .coordinate, to: consultation.unit, tell: CitizenMessage(.consulting, unit: report.holder, other: consultation.unit, at: due))
    }

    /// The consulted unit replies, or the asking one withdraws; with the last part the report goes on.
    mutating func endSubRequest(_ number: Int, isWithdrawn: Bool, _ verb: String) throws(ReportRefusal) {
        let index = report.subRequests.firstIndex { $0.number == number && $0.endedAt == nil }
        let unit = index.map { report.subRequests[$0].unit }
        try forbid(unless: isWithdrawn ? actor.works(at: report.holder) : unit.map(actor.works) ?? false, verb)
        try expect(.coordinating, verb: verb)
        guard let index, let unit else { throw .missing("/number", "report.no-such-part", ["number": "\(number)"]) }
        report.subRequests[index].endedAt = now
        report.subRequests[index].isWithdrawn = isWithdrawn
        for clock in open(.coordinate) where report.clocks[clock].subRequest == number { report.clocks[clock].stop(isWithdrawn ? .dropped : .done, at: now) }
        let isLast = !report.subRequests.contains { $0.endedAt == nil }
        let reason = isWithdrawn ? "withdrawn" : nil
        if isLast {
            go(to: .inProgress, .opinion, from: unit, reason: reason, tell: CitizenMessage(.consultationEnded, unit: report.holder, other: unit))
        } else {
            go(to: .coordinating, .opinion, from: unit, reason: reason, silent: .insideUnit)
        }
    }
}
