import Cabinet
import Rules

extension DossierModel {
    init(_ scene: DossierScene, meetings: [MeetingView], _ lists: Lists) {
        let p = lists.p
        let view = scene.view
        let sign = p.escalation(view.state)
        let isAbove = scene.standing.isLeader || scene.standing.isOffice
        escalationId = view.id.text
        backHref = isAbove ? "/inbox" : view.reports.first.map { "/desk?report=\($0.id)" } ?? "/desk"
        backLabel = p.t(isAbove ? "inbox.backInbox" : "inbox.backDesk")
        card = EscalationCard(view, at: scene.now, meetings: meetings, lists)
        stateCode = view.state.rawValue
        (stateClass, stateSymbol, stateWord) = (sign.kind, sign.symbol, sign.word)
        completeHref = view.may.contains("complete") ? view.reports.first.map { "/desk/\($0.id)/escalate?complete=\(view.id)" } : nil
        meetingHref = view.agendaItem.map { "/meetings/\($0.meeting)/items/\($0.id)" }
        meetingLabel = view.agendaItem.map { p.t("inbox.toMeeting", ["title": $0.meetingTitle]) } ?? ""
        fields = DossierFields(view, files: scene.files, base: "/escalations/\(view.id)/file", lists)
        decisions = view.decisions.map { decided in
            DecisionModel(
                decisionName: decided.decision.kind.name[p.language], decisionText: decided.decision.text, decisionPublic: decided.decision.publicText,
                decisionLine: p.line(
                    p.t("inbox.decidedBy", ["name": decided.deciderName, "time": decided.at.text(.full, in: p.language)]), decided.decision.leadUnit.map(lists.name),
                    decided.decision.due.map { "\(p.t("track.due")) \($0.text(.full, in: p.language))" }))
        }
        hasDecisions = !decisions.isEmpty
        conclusions = scene.conclusion.map { [ConclusionModel($0, mayRelease: false, p)] } ?? []
        tasks = (scene.conclusion?.tasks ?? []).map { TaskModel($0, scene.standing, at: scene.now, uploads: view.reports.first?.id, title: nil, lists) }
        hasTasks = !tasks.isEmpty
        steps = StepModel.steps(scene.timeline, lists)
    }
}

extension DossierFields {
    /// - Parameter base: address below which the dossier's files lie.
    init(_ view: EscalationView, files list: [ReportFileView], base: String, _ lists: Lists) {
        let p = lists.p
        let dossier = view.dossier
        isShortDossier = dossier == nil
        shortLine = view.dossierDue.map { p.t("raise.shortOnly", ["time": $0.text(.full, in: p.language)]) } ?? p.t("raise.short")
        let rule = dossier?.rule.map { p.t("desk.rule", ["rule": $0.text]) }
        let short = view.short
        let told: [(String, String?)] = [
            ("raise.what", dossier == nil ? short?.what : nil), ("raise.where", dossier == nil ? short?.place : nil),
            ("raise.reason", dossier?.reason?.name[p.language]), ("raise.legalBasis", dossier.map { p.line($0.legalBasis, rule) }),
            ("raise.stageHeading", dossier.map { p.line($0.side?.name[p.language], $0.stage) }), ("raise.cause", dossier?.cause), ("raise.doneSoFar", dossier?.done ?? short?.done),
            ("raise.ask", view.ask?.name[p.language]), ("raise.neededBy", dossier?.neededBy.map(p.date)),
            ("raise.people", dossier?.peopleAffected.map { Digits.grouped($0, in: p.language) }), ("raise.holding", dossier?.holdingText),
        ]
        rows = told.compactMap { name, text in text?.nonEmpty.map { Row(rowName: p.t(name), rowText: $0) } }
        options = (dossier?.options ?? []).map { option in
            Option(
                optionLabel: option.label, recommended: option.label == dossier?.recommended, optionText: option.text,
                optionCost: option.costVND.map { p.t("inbox.costWord", ["n": Digits.grouped($0, in: p.language)]) } ?? p.t("inbox.notGiven"), optionTime: option.time,
                optionUnit: option.leadUnit.map(lists.name) ?? p.t("inbox.notGiven"), optionRisk: option.risk)
        }
        hasOptions = !options.isEmpty
        let photos = list.filter { $0.kind == .photo }
        reports = view.reports.map { line in
            ReportLine(
                reportCode: line.code.description, reportLine: p.line(lists.name(line.category), line.address, line.place.map(lists.name), line.state.name[p.language]),
                reportText: line.excerpt, hasPhotos: photos.contains { $0.report == line.id },
                photos: photos.filter { $0.report == line.id }.enumerated().map { index, file in
                    PhotoModel(photoHref: "\(base)/\(file.id)", photoAlt: p.t("track.photoAlt", ["number": "\(index + 1)"]))
                })
        }
        hasReports = !reports.isEmpty
        files = list.filter { $0.kind != .photo }.map { FileModel(fileHref: "\(base)/\($0.id)", fileName: $0.name.nonEmpty ?? $0.id.text) }
        hasFiles = !files.isEmpty
    }
}

extension ConclusionModel {
    init(_ view: ConclusionView, mayRelease: Bool, _ p: Phrases) {
        conclusionText = view.text ?? view.publicText ?? ""
        publicConclusion = view.publicText
        conclusionLine = p.line(
            view.signerName, p.t("task.signedAt", ["time": view.signedAt.text(.full, in: p.language)]), p.t(view.isReleased ? "task.isReleased" : "task.notReleased"))
        releaseUrl = mayRelease && !view.isReleased && view.publicText != nil ? "/api/v1/conclusions/\(view.id)/release" : nil
    }
}

extension TaskModel {
    /// - Parameters:
    ///   - uploads: a report with which proof can be laid.
    ///   - title: of the conclusion, in lists of many.
    init(_ view: ActionItemView, _ standing: ReportStanding, at now: Timestamp, conducts: Bool = false, uploads: ReportID?, title: String?, _ lists: Lists) {
        let p = lists.p
        taskId = view.id.text
        taskTitle = view.title
        let light: TrafficLight = view.isLate(at: now) ? .late : !view.isDone && view.due.ms - now.ms < Self.soonMS ? .soon : .onTime
        let sign = p.light(light)
        lightClass = sign.kind
        lightSymbol = sign.symbol
        lightWord = view.isDone ? p.t("task.done") : sign.word
        leadId = view.leadUnit.text
        leadName = lists.name(view.leadUnit)
        coop = view.coUnits.isEmpty ? nil : view.coUnits.map(lists.name).joined(separator: ", ")
        dueISO = view.due.rfc3339
        dueText = view.due.text(.full, in: p.language)
        taskLine = p.line(title, view.reports.map(\.description).joined(separator: ", "), view.doneAt.map { p.t("task.doneAt", ["time": $0.text(.full, in: p.language)]) })
        result = view.result.nonEmpty
        let isMine = standing.unit == view.leadUnit || conducts
        let mayUpload = standing.unit == view.leadUnit && uploads != nil
        close = view.isDone || !isMine ? nil : Close(
            closeUrl: "/api/v1/action-items/\(view.id)/close", hasUploads: mayUpload, photoUrl: uploads.map { "/api/v1/reports/\($0)/files?side=after" } ?? "")
    }

    /// Three days: near enough to look.
    private static let soonMS: Int64 = 3 * 86_400_000
}
