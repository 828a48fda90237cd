import Cabinet
import Rules

extension DeskReport {
    init(_ open: DeskOpen, backHref: String, _ lists: Lists) {
        let p = lists.p
        let (view, report) = (open.view, open.view.report)
        reportId = open.id.text
        epoch = open.epoch
        head = open.head
        holdUrl = open.isHandler && report.state.isOpen ? "/api/v1/reports/\(open.id)/hold" : nil
        self.backHref = backHref
        code = report.code.description
        title = p.beginning(view.text)
        standing = StandingModel(open, lists)
        stateCode = report.state.rawValue
        stateWord = report.state.name[p.language]
        aboutLine = p.line(report.urgency.name[p.language], report.legalKind.name[p.language], lists.name(report.category))
        officerLine = view.line.officerName.map { p.t("desk.officerIs", ["name": $0]) } ?? p.t("desk.officerNone")
        heldBy = view.line.heldBy.map { p.t("desk.heldBy", ["name": $0]) }
        flags = Self.flags(open, lists)
        photos = open.photos(nil, p)
        hasPhotos = !photos.isEmpty
        text = view.text
        saidBy = p.t(view.hasContact ? "desk.saidByContact" : "desk.saidBy", ["time": report.receivedAt.text(.full, in: p.language)])
        placeLine = p.line(view.address, report.place.map(lists.name)).nonEmpty ?? p.t("desk.unknownPlace")
        contact = view.contact.map { p.t("desk.contactLine", ["contact": p.line($0.name, $0.phone, $0.email)]) }
        contactUrl = view.mayOpenContact ? "/api/v1/reports/\(open.id)/contact" : nil
        contactsHref = view.hasContact && view.standing.isHead ? "/admin/contacts" : nil
        additions = view.words.compactMap { word in
            word.text.map { Addition(additionText: $0, additionLine: p.t(Self.word(word.kind), ["time": word.at.text(.day, in: p.language)])) }
        }
        ratings = report.ratings.map { Rated(ratedText: p.t("desk.ratedAs", ["round": "\($0.round)", "level": lists.rated($0.level, $0.reasons)])) }
        escalationHref = view.links.escalation.map { "/escalations/\($0)" }
        let running = report.clocks.filter(\.isOpen)
        clocks = running.map { Clock(clockName: $0.kind.name[p.language], clockOwner: lists.name($0.owner), clockDue: $0.due.text(.full, in: p.language)) }
        hasClocks = !clocks.isEmpty
        dueWhy = report.currentClock.map { lists.why($0, of: report.urgency, report.category) }
        steps = StepModel.steps(open.timeline, lists)
    }

    private static func word(_ kind: ReportWord.Kind) -> String {
        switch kind {
        case .reply: "desk.replied"
        case .addition: "desk.addition"
        case .rating: "desk.ratedWith"
        case .reopening: "desk.reopenedBy"
        case .dispute: "desk.disputed"
        }
    }

    private static func flags(_ open: DeskOpen, _ lists: Lists) -> [Flag] {
        let p = lists.p
        let report = open.report
        var flags: [String] = []
        if let clock = report.currentClock, clock.isLate(at: open.now) { flags.append(p.t("desk.late", ["time": clock.due.text(.full, in: p.language)])) }
        if report.isInDispute { flags.append(p.t("desk.dispute")) }
        if report.round > 1 { flags.append(p.t("desk.round", ["n": "\(report.round - 1)"])) }
        if !open.view.duplicates.isEmpty { flags.append(p.t("desk.similarCount", ["n": "\(open.view.duplicates.count)"])) }
        return flags.map { Flag(flagText: $0) }
    }
}

extension StandingModel {
    init?(_ open: DeskOpen, _ lists: Lists) {
        guard let standing = open.report.standing, let clock = open.report.currentClock else { return nil }
        self.init(holder: standing.holder, name: lists.name(standing.holder), due: standing.due, light: TrafficLight(clock, at: open.now), lists.p)
    }
}
