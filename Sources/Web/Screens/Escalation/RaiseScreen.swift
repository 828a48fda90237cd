import Cabinet
import Hummingbird
import Rules

/// `/desk/{report}/escalate`: writing an escalation, the unit's own limit first; `?form=full|short`, `?complete={escalation}` for the rest of an urgent one.
struct RaiseScreen {
    /// Options that a form has room for.
    static let options = ["A", "B", "C"]
    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("desk/:id/escalate", use: show)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let (cabinet, now) = (stage.at.cabinet, context.arrivedAt)
        let lists = Lists(law: try cabinet.law(), p: stage.phrases(context))
        let id = try context.id("id", OfReport.self)
        let wanted = request.query("complete").flatMap { EscalationID($0) }
        let open = try await cabinet.read { tx in try DeskOpen(id, for: caller, at: now, law: lists.law, vault: cabinet.vault, in: tx) }
        var escalation: EscalationView?
        if let wanted { escalation = try await cabinet.read { tx in try Escalations.escalation(wanted, for: caller, at: now, law: lists.law, in: tx) } }
        guard open.view.may.contains("escalate") || escalation?.may.contains("complete") == true else {
            throw Refusal(.reportForbidden, ["action": "escalate", "unit": open.report.holder.text])
        }
        let model = RaiseModel(open, completing: escalation, form: request.query("form"), lists)
        return try stage.page("escalation/raise", title: model.heading, model, request, context)
    }
}

extension RaiseModel {
    init(_ open: DeskOpen, completing escalation: EscalationView?, form: String?, _ lists: Lists) {
        let p = lists.p
        let (report, law) = (open.report, lists.law)
        let isUrgent = report.urgency == .urgent && escalation == nil
        let unit = escalation?.from ?? report.holder
        let path = "/desk/\(open.id)/escalate"
        let limits = open.question.map { law.competence.ownLimits(of: unit, $0) } ?? []
        heading = p.t(escalation == nil ? "raise.heading" : "raise.headingComplete")
        backHref = escalation.map { "/escalations/\($0.id)" } ?? "/desk?report=\(open.id)"
        code = report.code.description
        aboutLine = p.line(report.urgency.name[p.language], lists.name(report.category), open.view.address, report.place.map(lists.name))
        standing = StandingModel(open, lists)
        self.limits = limits.map { DeskAct.Limit(limitText: $0.sentence[p.language]) }
        nextName = p.line(lists.name(law.forest.office), lists.name(law.forest.leadership))
        hasForms = isUrgent
        isShort = isUrgent && form != "full"
        (shortTone, fullTone) = isShort ? ("primary", "quiet") : ("quiet", "primary")
        shortHref = "\(path)?form=short"
        fullHref = "\(path)?form=full"
        postUrl = escalation.map { "/api/v1/escalations/\($0.id)/complete" } ?? "/api/v1/reports/\(open.id)/escalate"
        nextHref = escalation.map { "/escalations/\($0.id)" } ?? "/escalations/{escalationId}"
        version = escalation.map { "\($0.version)" } ?? "\(open.view.version)"
        whereText = p.line(open.view.address, report.place.map(lists.name))
        doneText = escalation?.short?.done ?? Self.done(open.timeline, lists)
        asks = EscalationAsk.allCases.map { OptionModel(value: $0.rawValue, label: $0.name[p.language], selected: $0 == escalation?.ask) }
        reasons = EscalationReason.allCases.map { OptionModel(value: $0.rawValue, label: $0.name[p.language]) }
        rules = limits.enumerated().map { OptionModel(value: $0.element.rule.text, label: "\($0.element.rule.text) – \(p.beginning($0.element.sentence[p.language]))", selected: $0.offset == 0) }
        legalBasis = limits.first?.legalBasis ?? ""
        sides = EscalationSide.allCases.map { OptionModel(value: $0.rawValue, label: $0.name[p.language]) }
        stage = ""
        cause = escalation?.short?.what ?? ""
        options = RaiseScreen.options.enumerated().map { index, label in
            Option(index: index, optionLabel: label, optionText: "", optionCost: "", optionTime: "", optionRisk: "", leadGroups: lists.handlers(), recommended: index == 0)
        }
        people = ""
        neededBy = ""
        photoUrl = "/api/v1/reports/\(open.id)/files?side=before"
        fileUrl = "/api/v1/reports/\(open.id)/files?side=before"
        files = open.view.files.filter { $0.kind == .photo }.map { file in
            EvidenceModel(
                evidenceId: file.id.text, evidenceKind: "photo", evidenceNumber: "", evidenceName: file.name.nonEmpty ?? p.t("track.photoAlt", ["number": ""]),
                photoHref: "/desk/photo/\(open.id)/\(file.id)")
        }
        holding = p.t("raise.holdingText", ["unit": lists.name(unit)])
        submitLabel = p.t(escalation != nil ? "raise.complete" : isShort ? "raise.submitShort" : "raise.submit")
    }

    /// What was done, a line a step, from the trail.
    private static func done(_ timeline: [TimelineEntry], _ lists: Lists) -> String {
        let p = lists.p
        return timeline.filter { $0.kind != .late }.map { entry in
            let what = p.line(entry.kind.name[p.language], entry.toUnit.map(lists.name), entry.note)
            return p.t("raise.doneLine", ["time": entry.at.text(.day, in: p.language), "what": what])
        }.joined(separator: "\n")
    }
}
