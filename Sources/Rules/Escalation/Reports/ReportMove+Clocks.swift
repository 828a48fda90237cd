extension ReportMove {
    /// Starts a clock by the row for kind, urgency and category; `percent` shortens it.
    mutating func startClock(
        _ kind: ClockKind, owner: UnitID, percent: Int = 100, fixedDue: Timestamp? = nil, task: ActionItemID? = nil, subRequest: Int? = nil
    ) {
        let row = law.row(kind, report.urgency, report.category)
        let budget = percent == 100 ? row.budget : row.budget.share(percent)
        report.clocks.append(
            ReportClock(kind, owner: owner, budget: budget, by: law.clock(row.calendar), at: now, fixedDue: fixedDue, task: task, subRequest: subRequest))
    }

    /// Places of the open clocks of a kind.
    func open(_ kind: ClockKind) -> [Int] { report.clocks.indices.filter { report.clocks[$0].kind == kind && report.clocks[$0].isOpen } }

    func calendar(of index: Int) -> WorkClock { law.clock(report.clocks[index].calendar) }

    mutating func stop(_ kinds: ClockKind..., as ending: ReportClock.Ending) {
        for kind in kinds {
            for index in open(kind) { report.clocks[index].stop(ending, at: now) }
        }
    }

    mutating func stopAll(as ending: ReportClock.Ending) {
        for index in report.clocks.indices { report.clocks[index].stop(ending, at: now) }
    }

    mutating func pause(_ kind: ClockKind) {
        for index in open(kind) { report.clocks[index].pause(at: now, by: calendar(of: index)) }
    }

    mutating func resume(_ kind: ClockKind) {
        for index in open(kind) { report.clocks[index].resume(at: now, by: calendar(of: index)) }
    }

    /// Somebody else must act on the clocks of a kind.
    mutating func own(_ kind: ClockKind, _ owner: UnitID) {
        for index in open(kind) { report.clocks[index].owner = owner }
    }

    mutating func fix(_ kind: ClockKind, to date: Timestamp) {
        for index in open(kind) { report.clocks[index].fix(date, at: now, by: calendar(of: index)) }
    }

    mutating func unfix(_ kind: ClockKind) {
        for index in open(kind) { report.clocks[index].unfix(at: now, by: calendar(of: index)) }
    }

    /// What the unit had to do until leadership took the matter: its own process, and what it was directed to do without a task of a conclusion.
    var suspended: [Int] {
        report.clocks.indices.filter { index in
            let clock = report.clocks[index]
            return clock.isOpen && (clock.kind == .process || clock.kind == .conclusionTask)
        }
    }
}
