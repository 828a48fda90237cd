import Cabinet
import Hummingbird
import Rules

/// `/meetings/{id}/minutes`: the draft as a paper, with the conclusions as fields for the secretary.
struct MinutesScreen {
    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("meetings/:id/minutes", use: show)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let scene = try await stage.scene(context)
        return try stage.page("minutes/minutes", title: stage.words(context)("minutes.heading"), try await model(scene, context), request, context)
    }

    /// - Throws: `not-found` for members before the close.
    func model(_ scene: MeetingScene, _ context: AppContext) async throws -> MinutesModel {
        let caller = try context.caller()
        let vault = stage.at.cabinet.vault
        let id = scene.meeting.id
        let calendars = stage.at.calendars.clocks
        let view = try await stage.at.cabinet.read { tx in try Meetings.minutes(of: id, for: caller, vault: vault, calendars: calendars, in: tx) }
        return MinutesModel(view, scene, stage.phrases(context))
    }
}

extension MinutesModel {
    init(_ view: MinutesView, _ scene: MeetingScene, _ p: Phrases) {
        let t = p.t
        let record = view.record
        let started = record.openedAt != nil || scene.meeting.type == .circulated
        meetingId = scene.id
        epoch = scene.meeting.epoch
        head = scene.meeting.head
        title = scene.meeting.title
        isDraft = !view.isApproved
        stateClass = view.isApproved ? "ok" : "warn"
        stateSymbol = view.isApproved ? "check" : "edit"
        stateWord = t(view.isApproved ? "minutes.approved" : "minutes.draft")
        stateSentence = t(view.isApproved ? "minutes.approvedSentence" : scene.isOver ? "minutes.draftSentence" : "minutes.runningSentence")
        pdfHref = started ? "\(scene.api)/minutes.pdf" : nil
        roomHref = scene.path
        let gaps = view.isApproved || !started ? [] : record.gaps()
        missing = gaps.map { $0.text[p.language] }
        hasMissing = !missing.isEmpty
        actions = Self.actions(scene, gaps: gaps.count, p)
        let asked = scene.reopenings.first { $0.state == "asked" }
        let mayReopen = scene.standing.conducts && scene.allows(.reopening)
        reopenUrl = mayReopen && asked == nil ? "\(scene.api)/reopening" : nil
        reopenAsked = mayReopen ? asked.map { t("reopen.asked", ["name": $0.askedBy, "reason": $0.reason]) } : nil
        reopenActions = mayReopen ? ConductSteps(scene: scene, p: p).reopeningSteps : []
        superior = record.superior
        issuer = record.body.uppercased()
        number = record.number ?? "……/\(record.symbol)"
        legalSubject = record.title
        versionLine = view.versionLine?[p.language]
        legalVersion = view.versionLine.map { "(\($0.vi))" }
        sections = started ? record.draft().map { Section($0, scene, p) } : []
        secretaryName = record.clerk?.name ?? ""
        presidingName = record.presiding?.name ?? ""
    }

    private static func actions(_ scene: MeetingScene, gaps: Int, _ p: Phrases) -> [ActionModel] {
        guard scene.standing.secretary else { return [] }
        switch scene.meeting.state {
        case .closed:
            let question = gaps == 0 ? p.t("minutes.approveConfirm") : p.t("minutes.approveGaps", ["n": "\(gaps)"])
            return [
                ActionModel(label: p.t("minutes.approve"), url: "\(scene.api)/approve-minutes", confirmation: question, symbol: "check", tone: "btn quiet")
            ]
        case .minutesApproved:
            return [
                ActionModel(
                    label: p.t("minutes.archive"), url: "\(scene.api)/archive", confirmation: p.t("minutes.archiveConfirm"), symbol: "lock", tone: "btn quiet")
            ]
        default: return []
        }
    }
}

extension MinutesModel.Section {
    init(_ section: MinutesSection, _ scene: MeetingScene, _ p: Phrases) {
        sectionKey = section.key
        sectionTitle = section.heading.isEmpty ? nil : section.heading
        isAnnex = section.isAnnex
        blocks = section.blocks.map { MinutesModel.Block($0, p) }
        let number = section.key.hasPrefix("item-") ? Int(section.key.dropFirst("item-".count)) : nil
        let item = scene.items.first { $0.number == number }
        conclusionForm = item.flatMap { MinutesModel.Conclusion($0, scene, p) }
    }
}

extension MinutesModel.Block {
    init(_ block: MinutesBlock, _ p: Phrases) {
        switch block {
        case .paragraph(let paragraph):
            let events = paragraph.facts.map { "\($0)" }.joined(separator: ", ")
            let classes = (paragraph.provenance == .record ? ["from-record"] : []) + (paragraph.isStrong ? ["strong"] : [])
            self.init(
                paragraph: .init(
                    lineText: paragraph.text, paragraphClass: classes.joined(separator: " "),
                    provenance: events.isEmpty ? nil : p.t("minutes.fromEvents", ["events": events]),
                    gloss: p.language == .english ? paragraph.gloss : nil))
        case .table(let table):
            self.init(grid: .init(columns: table.columns.map { .init(columnTitle: $0.title, columnWidth: "\($0.widthPercent)%") }, gridRows: table.rows.map { .init(cells: $0) }))
        }
    }
}

extension MinutesModel.Conclusion {
    /// Nil for those who do not write conclusions, and once the minutes are fixed.
    init?(_ item: AgendaItemView, _ scene: MeetingScene, _ p: Phrases) {
        guard scene.standing.secretary, scene.allows(.minutes) else { return nil }
        itemId = item.id.text
        conclusionUrl = "\(scene.api)/agenda/\(item.id)/conclusion"
        conclusionLabel = p.t("minutes.conclusion", ["number": "\(item.label)"])
        conclusionText = item.conclusion
    }
}
