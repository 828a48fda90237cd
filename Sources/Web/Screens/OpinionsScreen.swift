import Cabinet
import Hummingbird
import Rules

/// `/polls/{id}/opinions`: the table of a circulated slip, for the file and for the next session.
struct OpinionsScreen {
    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("polls/:id/opinions", use: show)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: PollID = try context.id("id")
        let now = context.arrivedAt
        let vault = stage.at.cabinet.vault
        let (report, circulation, meeting) = try await stage.at.cabinet.read { tx in
            let poll = try Polls.poll(id, for: caller, at: now, in: tx)
            return (
                try SlipSheets.report(on: id, for: caller, vault: vault, in: tx), try Circulations.circulationIfAny(of: poll.meeting, for: caller, in: tx),
                try Meetings.meeting(poll.meeting, for: caller, in: tx)
            )
        }
        return try stage.page("room/opinions", title: report.sheet.question, OpinionsModel(report, circulation, meeting, stage.phrases(context)), request, context)
    }
}

struct OpinionsModel: Sendable {
    var backHref: String
    var question: String
    var sentence: String
    var reasonLine: String?
    var paperHref: String
    var sheet: SlipLines
    var opinionRows: [OpinionRow]
    var hasDiffering: Bool
    var differing: [Differing]
    /// What the Office made of the opinions.
    var summaryText: String
    var hasSummary: Bool
    /// Nil for those who do not write it.
    var summaryUrl: String?

    struct Differing: Sendable {
        var differingName: String
        var differingWord: String
        var differingText: String
    }

    struct OpinionRow: Sendable {
        var number: Int
        var memberName: String
        var memberTitle: String
        var opinionWord: String
        var opinionSymbol: String
        var opinionText: String
        var opinionTime: String
        /// Nil where no slip came.
        var timelyWord: String?
        var timelyClass: String
    }
}

extension OpinionsModel {
    init(_ report: SlipReport, _ circulation: CirculationView?, _ meeting: MeetingView, _ p: Phrases) {
        let t = p.t
        backHref = "/meetings/\(report.sheet.meeting)"
        question = report.sheet.question
        sentence = report.because.map { $0[p.language] } ?? ""
        paperHref = "/api/v1/polls/\(report.sheet.poll)/opinions.pdf"
        sheet = SlipLines(report.sheet, p)
        differing = report.differing.map { line in
            Differing(
                differingName: line.name, differingWord: p.line(p.choice(line.choice, onSlip: true).word, line.isLate ? t("slip.isLate") : nil), differingText: line.text ?? "")
        }
        hasDiffering = !differing.isEmpty
        summaryText = report.summary
        hasSummary = !report.summary.isEmpty
        summaryUrl = meeting.standing.secretary && circulation != nil && [.convened, .closed].contains(meeting.state) ? "/api/v1/meetings/\(meeting.id)/circulation/summary" : nil
        reasonLine = circulation.map { circulation in
            circulation.approvedAt.map { t("slip.approvedAt", ["time": p.moment($0)]) } ?? t("slip.notApproved")
        }
        opinionRows = report.lines.enumerated().map { index, line in
            let said = p.choice(line.choice, onSlip: true)
            return OpinionRow(
                number: index + 1, memberName: line.name, memberTitle: line.title, opinionWord: said.word, opinionSymbol: said.symbol, opinionText: line.text ?? "",
                opinionTime: line.at.map(p.moment) ?? "", timelyWord: line.at == nil ? nil : t(line.isLate ? "slip.isLate" : "slip.isTimely"), timelyClass: line.isLate ? "warn" : "ok")
        }
    }
}
