extension ReportMove {
    /// T10: the head of the unit asks before the due instant, never after.
    mutating func askExtension(_ wish: ReportCommand.Extension, _ verb: String) throws(ReportRefusal) {
        try forbid(unless: actor.isHead(of: report.holder), verb)
        try expect(.assigned, .inProgress, .coordinating, verb: verb)
        guard report.extensions < law.policy.maximumExtensions else { throw ReportRefusal(.extensionLimit, ["limit": "\(law.policy.maximumExtensions)"]) }
        let index = try extendable()
        let clock = report.clocks[index]
        var faults = textFaults(wish.reason, "/reason")
        let row = law.row(.process, report.urgency, report.category)
        let latest = row.extensionMax.flatMap { calendar(of: index).due(from: clock.due, budget: $0) }
        if wish.until <= clock.due { faults.append(.init(pointer: "/until", reason: "report.extension-not-later", parameters: ["due": clock.due.rfc3339])) }
        if let latest {
            if wish.until > latest { faults.append(.init(pointer: "/until", reason: "report.extension-too-long", parameters: ["latest": latest.rfc3339])) }
        } else {
            faults.append(.init(pointer: "/until", reason: "report.extension-none"))
        }
        try ReportRefusal.check(faults)
        report.extensionAskedUntil = wish.until
        go(to: report.state, .extend, to: nextLevel(above: report.holder), reason: "asked", silent: .insideUnit)
    }

    /// The next level up grants or refuses.
    mutating func decideExtension(_ isGranted: Bool, _ verb: String) throws(ReportRefusal) {
        let superior = nextLevel(above: report.holder)
        let isSuperior = actor.isHead(of: superior) || actor.isHead(of: forest.office) || actor.roles.contains(.leader)
        try forbid(unless: isSuperior, verb)
        try expect(.assigned, .inProgress, .coordinating, verb: verb)
        guard let until = report.extensionAskedUntil else { throw .missing("/until", "report.extension-not-asked") }
        if isGranted {
            let index = try extendable()
            report.clocks[index].extend(to: until, at: now, by: calendar(of: index))
            report.extensions += 1
        }
        report.extensionAskedUntil = nil
        if isGranted {
            go(to: report.state, .extend, from: superior, reason: "granted", tell: CitizenMessage(.extended, unit: report.holder, at: until))
        } else {
            go(to: report.state, .extend, from: superior, reason: "refused", silent: .insideUnit)
        }
    }

    private func extendable() throws(ReportRefusal) -> Int {
        guard let index = open(.process).first, !report.clocks[index].isPaused else { throw ReportRefusal(.extensionLimit, ["limit": "0"]) }
        let clock = report.clocks[index]
        guard clock.breachedAt == nil, now < clock.due else { throw ReportRefusal(.extensionLate, ["due": clock.due.rfc3339]) }
        return index
    }
}
