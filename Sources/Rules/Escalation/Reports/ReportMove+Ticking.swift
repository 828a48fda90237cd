extension ReportMove {
    /// T12, T19 and the end of questions: everything whose instant has come, each once.
    mutating func tick(_ verb: String) throws(ReportRefusal) {
        try forbid(unless: actor.roles.contains(.clock), verb)
        if report.state == .awaitingInformation, let end = report.questionEndsAt, end <= now {
            endQuestion(.reply, reason: "noReply", CitizenMessage(.questionExpired, unit: report.holder))
        }
        if report.state == .answered, let end = report.closesAt, end <= now {
            report.closesAt = nil
            go(to: .closed, .close, reason: "silence", tell: CitizenMessage(.closed, unit: report.holder))
        }
        for index in report.clocks.indices {
            while let level = report.clocks[index].ring(at: now, by: calendar(of: index)) { ring(report.clocks[index], level) }
        }
    }

    /// Late is told as late: nothing here says that anybody lacked authority.
    private mutating func ring(_ clock: ReportClock, _ level: AlarmLevel) {
        let target: UnitID =
            switch level {
            case .reminder, .head: clock.owner
            case .parent: nextLevel(above: clock.owner)
            case .office: forest.office
            }
        if level > .head { report.counters.late += 1 }
        prompts.append(.alarm(clock: clock.kind, level: level, owner: clock.owner, tell: target))
        let reason = "\(clock.kind.rawValue).\(level)"
        // One sentence to the citizen when the promise is broken; the rest is for officers.
        if level == .head, clock.kind != .dossier {
            go(to: report.state, .late, from: clock.owner, to: target, reason: reason, tell: CitizenMessage(.overdue, unit: clock.owner, at: clock.due))
        } else {
            go(to: report.state, .late, from: clock.owner, to: target, reason: reason, silent: .reminder)
        }
    }

    /// Open clocks are counted anew under the calendars now in force; what has stopped stays as it was.
    mutating func recount(_ verb: String) throws(ReportRefusal) {
        try forbid(unless: actor.roles.contains(.clock), verb)
        let told = report.currentClock?.due
        var hasMoved = false
        for index in report.clocks.indices where report.clocks[index].isOpen {
            let before = report.clocks[index]
            let clock = calendar(of: index)
            guard clock.calendar.version != before.calendarVersion else { continue }
            report.clocks[index].recount(by: clock)
            if report.clocks[index].due != before.due {
                hasMoved = true
                prompts.append(.dueMoved(clock: before.kind, before: before.due, after: report.clocks[index].due))
            }
        }
        guard hasMoved else { return }
        if let due = report.currentClock?.due, due != told {
            go(to: report.state, .recount, tell: CitizenMessage(.dueMoved, unit: report.holder, at: due))
        } else {
            go(to: report.state, .recount, silent: .insideUnit)
        }
    }
}
