extension ReportMove {
    /// T21: a duplicate follows its master; its own code, reporter and right to dispute stay.
    mutating func merge(_ merging: ReportCommand.Merging, _ verb: String) throws(ReportRefusal) {
        try forbid(unless: actor.works(at: report.holder) || isReception, verb)
        guard report.state.isOpen else { throw ReportRefusal(.wrongState, ["action": verb, "state": report.state.rawValue]) }
        var message: CitizenMessage
        if let master = merging.master {
            guard master.id != report.id else { throw ReportRefusal(.masterCircle, ["master": master.code.description]) }
            if master.state == .draft || master.state == .duplicate { throw .missing("/master", "report.no-such-master") }
            // Whoever merges into something that is over must have seen that it is.
            if !master.state.isOpen, !merging.intoClosed { throw ReportRefusal(.masterClosed, ["master": master.code.description, "state": master.state.rawValue]) }
            report.master = master.id
            prompts.append(.repointDuplicates(to: master.id))
            message = CitizenMessage(.merged, unit: report.holder, text: master.code.description)
        } else {
            guard let explanation = merging.explanation, !Syllables.isBlank(explanation) else { throw .missing("/master", "report.master-or-explanation") }
            try ReportRefusal.check(textFaults(explanation, "/explanation"))
            message = CitizenMessage(.mergedExplained, unit: report.holder, text: explanation)
        }
        report.stateBeforeMerge = report.state
        report.clocksStoppedByMerge = []
        for index in report.clocks.indices where report.clocks[index].isOpen && !report.clocks[index].isPaused {
            report.clocks[index].pause(at: now, by: calendar(of: index))
            report.clocksStoppedByMerge.append(index)
        }
        go(to: .duplicate, .merge, reason: merging.master?.id.text, tell: message)
    }

    /// T22: the clocks go on with what had elapsed.
    mutating func unmerge(_ reason: String, _ verb: String) throws(ReportRefusal) {
        try forbid(unless: actor.roles.contains(.reporter) || actor.works(at: report.holder) || isReception, verb)
        try expect(.duplicate, verb: verb)
        try ReportRefusal.check(textFaults(reason, "/reason"))
        let state = report.stateBeforeMerge ?? .accepted
        for index in report.clocksStoppedByMerge where report.clocks.indices.contains(index) {
            report.clocks[index].resume(at: now, by: calendar(of: index))
        }
        report.clocksStoppedByMerge = []
        report.stateBeforeMerge = nil
        report.master = nil
        go(to: state, .unmerge, tell: CitizenMessage(.unmerged, unit: report.holder), naming: .due)
    }

    /// T23: the public text is marked; the original stays sealed, its hash kept.
    mutating func redact(_ reason: String, _ verb: String) throws(ReportRefusal) {
        try forbid(unless: actor.roles.contains(.moderator) || isReception, verb)
        try ReportRefusal.check(textFaults(reason, "/reason"))
        go(to: report.state, .redact, tell: CitizenMessage(.redacted))
    }
}
