import Rules

/// What a caller may do with a report now: every command is put to the rules empty; what is refused for its fields alone would be allowed with them.
enum ReportMay {
    static func verbs(_ report: Report, by actor: ReportActor, at now: Timestamp, under law: ReportLaw, isReception: Bool) -> Set<String> {
        var verbs: Set<String> = []
        for command in samples(report, actor) {
            do {
                _ = try report.applying(command, by: actor, at: now, under: law)
                verbs.insert(name(command))
            } catch {
                if error.code == .incomplete { verbs.insert(name(command)) }
            }
        }
        let isReporter = actor.roles.contains(.reporter)
        if isReporter || isReception, report.state != .closed, report.state != .rejected { verbs.insert("add") }
        return verbs
    }

    /// Asking for more time and deciding on it are two things for a screen.
    private static func name(_ command: ReportCommand) -> String {
        if case .decideExtension = command { return "decide-extension" }
        return command.verb
    }

    private static func samples(_ report: Report, _ actor: ReportActor) -> [ReportCommand] {
        let unit = report.holder
        let part = report.subRequests.first { request in request.endedAt == nil && actor.roles.contains(.officer(request.unit)) }
        let open = report.subRequests.first { $0.endedAt == nil }
        var samples: [ReportCommand] = [
            .accept(.init(category: report.category ?? CategoryID(trusted: "khac"), urgency: report.urgency, legalKind: report.legalKind)),
            .reject(.init(reason: .unclear, explanation: "", goInstead: "")), .assign(.init(unit: unit)),
            .return(.init(reason: .otherField, unit: unit, rule: CompetenceRuleID(trusted: "-"), note: "")), .ask(.init("")), .reply, .coordinate(.init(unit: unit, request: "")),
            .askExtension(.init(until: report.receivedAt, reason: "")), .escalate(.init(escalation: EscalationID(trusted: "-"), form: .full(Dossier()))),
            .answer(.init(draft: AnswerDraft(outcome: nil, text: ""))), .approve, .sendBack(.init("")), .rate(.init(.satisfied)), .reopen(.init(reason: "")),
            .merge(.init(master: nil, explanation: nil)), .unmerge(.init("")), .redact(.init("")),
        ]
        if let person = actor.person { samples.append(.start(person)) }
        if report.extensionAskedUntil != nil { samples.append(.decideExtension(granted: false)) }
        if let part { samples.append(.opinion(part.number)) }
        if let open { samples.append(.withdraw(open.number)) }
        return samples
    }
}
