extension ReportMove {
    /// T2
    mutating func accept(_ acceptance: ReportCommand.Acceptance, _ verb: String) throws(ReportRefusal) {
        try forbid(unless: isReception, verb)
        try expect(.received, verb: verb)
        var faults: [Refusal.Field] = []
        if law.categories[acceptance.category] == nil {
            faults.append(.init(pointer: "/category", reason: "category.unknown", parameters: ["category": acceptance.category.text]))
        }
        if !acceptance.legalKind.isInScope { faults.append(.init(pointer: "/legalKind", reason: "report.other-door", parameters: ["kind": acceptance.legalKind.rawValue])) }
        if acceptance.urgency != report.urgency { faults += textFaults(acceptance.urgencyReason ?? "", "/urgencyReason") }
        if acceptance.legalKind != report.legalKind { faults += textFaults(acceptance.legalKindReason ?? "", "/legalKindReason") }
        if let place = acceptance.place, forest[place]?.kind.isLocal != true {
            faults.append(.init(pointer: "/place", reason: "unit.unknown", parameters: ["unit": place.text]))
        }
        try ReportRefusal.check(faults)

        report.category = acceptance.category
        report.urgency = acceptance.urgency
        report.legalKind = acceptance.legalKind
        if let place = acceptance.place { report.place = place }
        stop(.receive, as: .done)
        // The whole time was promised before anybody knew category and urgency.
        for index in open(.citizenAnswer) {
            let row = law.row(.citizenAnswer, report.urgency, report.category)
            report.clocks[index].rebudget(row, by: law.clock(row.calendar))
        }
        let due = open(.citizenAnswer).first.map { report.clocks[$0].due }
        go(to: .accepted, .accept, tell: CitizenMessage(.accepted, unit: report.holder, at: due))
    }

    /// T3
    mutating func reject(_ rejection: ReportCommand.Rejection, _ verb: String) throws(ReportRefusal) {
        try forbid(unless: isReception, verb)
        try expect(.received, verb: verb)
        try ReportRefusal.check(textFaults(rejection.explanation, "/explanation") + textFaults(rejection.goInstead, "/goInstead"))
        if let kind = rejection.reason.legalKind { report.legalKind = kind }
        stopAll(as: .dropped)
        if rejection.reason == .secret { prompts.append(.purgePublicStore) }
        go(to: .rejected, .reject, reason: rejection.reason.rawValue, tell: CitizenMessage(.rejected, unit: report.holder, text: "\(rejection.explanation) \(rejection.goInstead)"))
    }

    /// T4; in a dispute (T7) the arbiter's.
    mutating func assign(_ assignment: ReportCommand.Assignment, _ verb: String) throws(ReportRefusal) {
        let isMachine = actor.roles.contains(.clock) && law.policy.autoAssignPercent != nil
        try forbid(unless: report.isInDispute ? actor.works(at: forest.office) : isReception || isMachine, verb)
        try expect(.accepted, verb: verb)
        try ReportRefusal.check(unitFaults(assignment.unit, "/unit"))
        let competent = question().map(law.competence.competent) ?? []
        let rule = competent.first { $0.unit == assignment.unit && $0.level == .handle }
        if isMachine, !isReception {
            let isSure = (assignment.confidencePercent ?? 0) >= (law.policy.autoAssignPercent ?? .max)
            let isUnique = competent.filter { $0.level == .handle }.count == 1
            try forbid(unless: isSure && isUnique && rule != nil && !report.isInDispute, verb)
        } else if rule == nil {
            try ReportRefusal.check(textFaults(assignment.overrideReason ?? "", "/overrideReason"))
        }

        let from = report.holder
        report.handler = assignment.unit
        report.holder = assignment.unit
        report.officer = nil
        report.assignedAt = now
        report.isReturnable = !report.isInDispute
        report.isInDispute = false
        // A report that bounced keeps its clock: it has cost the citizen the time already.
        if open(.process).isEmpty { startClock(.process, owner: assignment.unit) } else { own(.process, assignment.unit) }
        own(.citizenAnswer, assignment.unit)
        go(
            to: .assigned, .dispatch, from: from, to: assignment.unit, reason: rule == nil ? "override" : nil, rule: rule?.rule,
            tell: CitizenMessage(.assigned, unit: assignment.unit), naming: .due)
    }
}
