extension ChainLinks {
    /// Shorter than this, a piece of an identity would be found in any text.
    private static let shortestIdentity = 4

    /// (i)
    var undecided: [LinkFault] {
        let concluded = Set(conclusions.filter(\.isSigned).map(\.item))
        return escalations.filter { $0.state.isOpen && $0.agendaItem.map(concluded.contains) == true }.map { LinkFault(.escalationUndecided, $0.id.text) }
    }

    /// (ii)
    var incompleteTasks: [LinkFault] {
        let known = Set(conclusions.map(\.id))
        return tasks.flatMap { task in
            var faults: [LinkFault] = []
            if task.leadUnits.count != 1 { faults.append(.init(.taskWithoutLead, task.id.text)) }
            if task.due == nil { faults.append(.init(.taskWithoutDue, task.id.text)) }
            if !task.sources.contains(where: known.contains) { faults.append(.init(.taskWithoutSource, task.id.text)) }
            return faults
        }
    }

    /// (iii)
    var resolvedTooEarly: [LinkFault] {
        let open = Set(tasks.filter { !$0.isDone }.map(\.id))
        return reports.filter { $0.outcome == .resolved && $0.openTasks.contains(where: open.contains) }.map { LinkFault(.resolvedWithOpenTasks, $0.id.text) }
    }

    /// (iv)
    var unanswered: [LinkFault] {
        reports.filter { report in
            guard let conclusion = report.conclusion, report.state.isOpen, report.state != .answerPending else { return false }
            let own = tasks.filter { $0.sources.contains(conclusion) }
            return !own.isEmpty && own.allSatisfy(\.isDone) && !answersAskedFor.contains(report.id)
        }.map { LinkFault(.answerNotAskedFor, $0.id.text) }
    }

    /// (v)
    var offAgenda: [LinkFault] {
        let lost = escalations.filter { $0.state == .onAgenda && !($0.agendaItem.map(items.contains) ?? false) }.map { LinkFault(.escalationOnNoAgenda, $0.id.text) }
        let stopped = reports.filter { report in
            report.state == .awaitingLeadership && !report.clocks.contains { $0.kind == .leaderDecide && $0.isOpen && !$0.isPaused }
        }.map { LinkFault(.inboxClockStopped, $0.id.text) }
        return lost + stopped
    }

    /// (vi) Tracking codes only: names are looked for without case and marks, numbers without what stands between digits.
    var reportersNamed: [LinkFault] {
        let names = identities.map { Folding.key($0) }.filter { $0.count >= Self.shortestIdentity }
        let numbers = identities.map(Self.digits).filter { $0.count >= 2 * Self.shortestIdentity }
        return papers.filter { paper in
            let text = Folding.key(paper.text)
            let digits = Self.digits(paper.text)
            return names.contains { text.contains($0) } || numbers.contains { digits.contains($0) }
        }.map { LinkFault(.reporterNamed, $0.id) }
    }

    /// (vii)
    var unreleased: [LinkFault] {
        conclusions.flatMap { conclusion in
            var faults: [LinkFault] = []
            if conclusion.isPublicTextShown, !conclusion.isPublicTextReleased { faults.append(.init(.publicTextNotReleased, conclusion.id.text)) }
            let isShown = conclusion.isPublicTextShown && !conclusion.isPublicTextReleased
            if isShown, conclusion.publicText == conclusion.privateText { faults.append(.init(.privateTextPublished, conclusion.id.text)) }
            return faults
        }
    }

    private static func digits(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.isASCII && $0.properties.numericType != nil }))
    }
}
