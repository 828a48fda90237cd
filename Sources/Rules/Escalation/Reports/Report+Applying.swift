extension Report {
    /// T1: receipt. Starts the clocks for receipt and for the answer.
    ///
    /// `id`, `code` and `now` come from the caller. Refuses `report.incomplete` naming every guard that is not met.
    public static func receiving(
        _ submission: Submission, id: ReportID, code: TrackingCode, by actor: ReportActor, at now: Timestamp, under law: ReportLaw
    ) throws(ReportRefusal) -> ReportStep {
        try ReportRefusal.check(submission.faults(under: law))
        let report = Report(submission, id: id, code: code, tree: law.forest.tree.id, holder: law.forest.serviceCentre, at: now)
        var move = ReportMove(report, by: actor, at: now, under: law)
        move.startClock(.receive, owner: law.forest.serviceCentre)
        move.startClock(.citizenAnswer, owner: law.forest.serviceCentre)
        let due = move.report.clocks.first?.due
        move.note(nil, .received, .receive, from: nil, to: law.forest.serviceCentre, tell: CitizenMessage(.received, unit: law.forest.serviceCentre, at: due))
        return move.step
    }

    /// Does what is commanded, or refuses.
    ///
    /// In this order: `report.forbidden`, then the state, then `report.incomplete` with every guard that is not met. `actor` holds the roles of the
    /// person under the tree of `law`; `now` is the instant of arrival. The caller compares `version` under lock.
    public func applying(_ command: ReportCommand, by actor: ReportActor, at now: Timestamp, under law: ReportLaw) throws(ReportRefusal) -> ReportStep {
        var move = ReportMove(self, by: actor, at: now, under: law)
        try move.perform(command)
        move.report.version += 1
        return move.step
    }
}
