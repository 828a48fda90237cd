/// What the chair needs to know before the session, on one page.
struct BriefModel: Sendable {
    var meetingId: String
    var epoch: String
    var head: Int64
    var kicker: String
    var title: String
    var line: String
    var lamp: LampModel?
    var absentLine: String
    /// What the answers to the invitation promise.
    var forecastLine: String?
    /// Absences that wait for the chairman.
    var absences: [Absence]
    var hasAbsences: Bool
    var hasIssues: Bool
    var issues: [Issue]
    var agendaHeading: String
    var items: [Item]
    /// The one button and what it will do; nil where the session cannot be started by this person or in this state.
    var start: Start?
    var cannotStart: String
    var roomHref: String

    struct Absence: Sendable {
        var absenceName: String
        var absenceLine: String
        var absenceActions: [ActionModel]
    }

    struct Issue: Sendable {
        var issueClass: String
        var issueSymbol: String
        var issueWord: String
        var issueText: String
        var issueHref: String?
        var issueLink: String?
    }

    struct Item: Sendable {
        var number: String
        /// How far in, for the style.
        var itemDepth: String
        var itemTitle: String
        var itemAsk: String
        var positionLines: [String]
        var itemQuestions: [Question]
        var papers: [Paper]
    }

    struct Question: Sendable {
        var questionText: String
    }

    struct Paper: Sendable {
        var href: String
        var paperTitle: String
        var paperLine: String
        var paperVerdict: Verdict?
    }

    struct Verdict: Sendable {
        var verdictClass: String
        var verdictSymbol: String
        var verdictWord: String
    }

    struct Start: Sendable {
        var effects: [String]
        var label: String
        var method = "POST"
        var url: String
        var tone = "btn primary brief-go"
        var symbol: String? = "play"
        var payload: String?
        var confirmation: String?
        var blockedBecause: String?
    }
}
