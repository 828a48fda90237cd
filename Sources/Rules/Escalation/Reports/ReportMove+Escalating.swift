extension ReportMove {
    /// T11: the head of the unit sends it up. A complete dossier, or for urgent reports the four lines of the short form.
    mutating func escalate(_ escalating: ReportCommand.Escalating, _ verb: String) throws(ReportRefusal) {
        try forbid(unless: actor.isHead(of: report.holder) || actor.roles.contains(.clock), verb)
        try expect(.inProgress, verb: verb)
        try ReportRefusal.check(law.faults(of: escalating.form, urgency: report.urgency))

        let from = report.holder
        report.handler = from
        report.escalation = escalating.escalation
        report.counters.hierarchical += 1
        for index in suspended { report.clocks[index].pause(at: now, by: calendar(of: index)) }
        report.holder = forest.office
        startClock(.leaderDecide, owner: forest.office)
        // What is still owed to an earlier escalation goes into this one.
        stop(.dossier, as: .superseded)
        if escalating.form.isShort { startClock(.dossier, owner: from) }
        go(
            to: .beyondAuthority, .escalate, from: from, to: forest.office, reason: escalating.form.isShort ? "short" : nil,
            tell: CitizenMessage(.escalated, unit: from, other: forest.office), naming: .due)
        if !law.policy.officeForwards { sendForward() }
    }

    mutating func completeDossier(_ dossier: Dossier, _ verb: String) throws(ReportRefusal) {
        guard let owner = open(.dossier).first.map({ report.clocks[$0].owner }) else {
            throw ReportRefusal(.wrongState, ["action": verb, "state": report.state.rawValue])
        }
        try forbid(unless: actor.works(at: owner) || actor.roles.contains(.clock), verb)
        try ReportRefusal.check(law.faults(of: dossier))
        stop(.dossier, as: .done)
        go(to: report.state, .complete, from: owner, silent: .insideUnit)
    }

    mutating func forward(_ verb: String) throws(ReportRefusal) {
        // Leadership may take up what the Office is still gathering.
        try forbid(unless: actor.works(at: forest.office) || actor.roles.contains(.leader) || actor.roles.contains(.clock), verb)
        try expect(.beyondAuthority, verb: verb)
        sendForward()
    }

    private mutating func sendForward() {
        let from = report.holder
        report.holder = forest.leadership
        go(to: .awaitingLeadership, .forward, from: from, to: forest.leadership, silent: .toldAlready)
    }

    mutating func officeReturn(_ note: String, _ verb: String) throws(ReportRefusal) {
        try forbid(unless: actor.works(at: forest.office) || actor.roles.contains(.clock), verb)
        try expect(.beyondAuthority, verb: verb)
        try ReportRefusal.check(textFaults(note, "/note"))
        giveToHandler(.sendBack, reason: "returnForMore", CitizenMessage.Code.dossierReturned)
    }

    /// Back to the unit that escalated, with the time it had left.
    mutating func giveToHandler(_ kind: HopKind, reason: String, _ code: CitizenMessage.Code, text: String? = nil) {
        let from = report.holder
        stop(.leaderDecide, as: .done)
        stop(.dossier, as: .dropped)
        report.holder = report.handler ?? forest.office
        report.agendaItem = nil
        for index in suspended { report.clocks[index].resume(at: now, by: calendar(of: index)) }
        go(to: .inProgress, kind, from: from, to: report.holder, reason: reason, tell: CitizenMessage(code, unit: report.holder, at: nil, text: text))
    }
}
