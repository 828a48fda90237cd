import Cabinet
import Hummingbird
import Rules

/// `/polls/{id}/slip`: the slip as a page, to read before the buttons are pressed and to print afterwards.
struct SlipScreen {
    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("polls/:id/slip", use: show)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: PollID = try context.id("id")
        let vault = stage.at.cabinet.vault
        let sheet = try await stage.at.cabinet.read { tx in try SlipSheets.sheet(of: id, for: caller, vault: vault, in: tx) }
        return try stage.page("room/slip", title: sheet.question, SlipSheetModel(sheet, stage.phrases(context)), request, context)
    }
}

struct SlipSheetModel: Sendable {
    var backHref: String
    var paperHref: String
    var question: String
    var sheet: SlipLines
    var options: [Option]
    var opinionText: String?
    /// "Đã gửi lúc 09:12, …; mã biên nhận …", or that it was not sent yet.
    var sentLine: String
    var sentClass: String
    var memberName: String
    var memberTitle: String

    struct Option: Sendable {
        var optionWord: String
        var optionSymbol: String
        var optionChosen: Bool
    }
}

/// What stands at the head of a slip and of the report on it, each with its name.
struct SlipLines: Sendable {
    var slipLines: [Line]

    struct Line: Sendable {
        var lineName: String
        var lineText: String
    }
}

extension SlipLines {
    init(_ sheet: SlipSheet, _ p: Phrases) {
        let t = p.t
        func line(_ key: String, _ text: String?) -> Line? { text.flatMap { $0.isEmpty ? nil : Line(lineName: t(key), lineText: $0) } }
        slipLines = [
            line("slip.paperNumber", sheet.number.isEmpty ? t("slip.noNumber") : sheet.number), line("slip.paperDate", sheet.issuedOn?.text(.date, in: p.language)),
            line("slip.body", sheet.body), line("slip.submitter", sheet.submitter.isEmpty ? t("slip.noSubmitter") : sheet.submitter), line("slip.reason", sheet.reason),
            line("slip.round", sheet.round > 1 ? "\(sheet.round)" : nil),
            line("slip.draft", sheet.subject.map { p.line(sheet.subjectTitle, t("paper.version", ["version": "\($0.version)"]), p.short($0.sha256)) }),
            line("slip.documents", sheet.documents.joined(separator: "; ")),
            line("slip.deadlineName", sheet.deadline.map { "\(p.moment($0)) (\(t("slip.hanoiTime")))" }), line("slip.silence", sheet.silence.sentence[p.language]),
        ].compactMap { $0 }
    }
}

extension SlipSheetModel {
    init(_ sheet: SlipSheet, _ p: Phrases) {
        let t = p.t
        backHref = "/meetings/\(sheet.meeting)"
        paperHref = "/api/v1/polls/\(sheet.poll)/slip.pdf"
        question = sheet.question
        self.sheet = SlipLines(sheet, p)
        options = [Choice.for, .against, .abstain].map {
            Option(optionWord: p.choice($0, onSlip: true).word, optionSymbol: sheet.choice == $0 ? "check" : "empty", optionChosen: sheet.choice == $0)
        }
        opinionText = sheet.text.flatMap { $0.isEmpty ? nil : $0 }
        sentLine =
            sheet.sentAt.map { p.line(t("slip.sentAt", ["time": p.moment($0)]), sheet.receipt.map { t("slip.receipt", ["code": $0]) }, sheet.isLate ? t("slip.isLate") : nil) }
            ?? t(sheet.member == nil ? "slip.form" : "slip.unsent")
        sentClass = sheet.isLate ? "warn" : sheet.sentAt == nil ? "none" : "ok"
        memberName = sheet.member?.name ?? ""
        memberTitle = sheet.member?.title ?? ""
    }
}
