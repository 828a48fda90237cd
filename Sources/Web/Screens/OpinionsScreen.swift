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
        let (poll, lines, circulation) = try await stage.at.cabinet.read { tx in
            let poll = try Polls.poll(id, for: caller, at: now, in: tx)
            return (poll, try Circulations.report(on: id, for: caller, vault: vault, in: tx), try Circulations.circulationIfAny(of: poll.meeting, for: caller, in: tx))
        }
        return try stage.page("room/opinions", title: poll.title, OpinionsModel(poll, lines, circulation, stage.phrases(context)), request, context)
    }
}

struct OpinionsModel: Sendable {
    var backHref: String
    var question: String
    var sentence: String
    var reasonLine: String?
    var opinionRows: [OpinionRow]

    struct OpinionRow: Sendable {
        var number: Int
        var memberName: String
        var memberTitle: String
        var opinionWord: String
        var opinionSymbol: String
        var opinionText: String
        var opinionTime: String
        var timelyWord: String
        var timelyClass: String
    }
}

extension OpinionsModel {
    init(_ poll: PollView, _ lines: [OpinionLine], _ circulation: CirculationView?, _ p: Phrases) {
        let t = p.t
        backHref = "/meetings/\(poll.meeting)"
        question = poll.title
        sentence = poll.verdict.map { p.language == .vietnamese ? $0.because.vi : $0.because.en } ?? ""
        reasonLine = circulation.map { circulation in
            p.line(
                t("slip.reasonLine", ["reason": circulation.reason]), circulation.approvedAt.map { t("slip.approvedAt", ["time": p.moment($0)]) } ?? t("slip.notApproved"))
        }
        opinionRows = lines.enumerated().map { index, line in
            let said = p.choice(line.choice, onSlip: true)
            return OpinionRow(
                number: index + 1, memberName: line.name, memberTitle: line.title, opinionWord: said.word, opinionSymbol: said.symbol, opinionText: line.text ?? "",
                opinionTime: line.at.map(p.moment) ?? "", timelyWord: line.at == nil ? "" : t(line.isLate ? "slip.isLate" : "slip.isTimely"), timelyClass: line.isLate ? "warn" : "ok")
        }
    }
}
