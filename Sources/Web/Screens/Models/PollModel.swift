/// A poll as one person sees it.
struct PollModel: Sendable {
    var pollId: String
    /// draft, open, closed or annulled.
    var phase: String
    /// "Biểu quyết · Mục 3"
    var heading: String
    var question: String
    var subject: Subject?
    /// "Quá nửa tổng số thành viên: cần 12/22"
    var ruleLine: String
    /// Whether the basis of the rule is confirmed; the act and article one tap deeper.
    var ruleNoteTitle: String
    var ruleNote: String?
    /// Nil unless the viewer may vote now.
    var ballot: Ballot?
    /// The viewer's ballot where he cannot change it now.
    var mineLine: String?
    /// Why the viewer cannot vote.
    var whyNot: String?
    var casting: Casting?
    var turnout: Turnout?
    /// Who has not voted: for the chair and the secretariat.
    var outstanding: Outstanding?
    var result: ResultModel?

    struct Subject: Sendable {
        var href: String
        var documentId: String
        var subjectTitle: String
        var subjectVersion: String
        var subjectDigest: String
        var subjectShort: String
    }

    struct Ballot: Sendable {
        var ballotUrl: String
        /// Empty while none is recorded.
        var recordedChoice: String
        var recordedWord: String
        var receipt: String
        var choices: [Choice]
    }

    struct Choice: Sendable {
        /// for, against or abstain.
        var value: String
        var word: String
        var choiceClass: String
        var choiceSymbol: String
        var chosen: Bool
    }

    /// A tie that waits for its decider.
    struct Casting: Sendable {
        var castingText: String
        var castingUntil: Int64?
        var castingUntilText: String?
        var castingActions: [ActionModel]
    }

    struct Turnout: Sendable {
        var turnoutPollId: String
        /// The seats show how they voted, so the turnout signal leaves them alone.
        var live: Bool
        var viewBox: String
        var seats: [SeatModel]
        var turnoutText: String
        /// "14/22"
        var turnoutCount: String
        var turnoutNote: String
        /// Milliseconds since 1970.
        var closesAt: Int64?
        var closesAtText: String?
    }

    struct Outstanding: Sendable {
        var outstandingTitle: String
        var outstandingNames: String
    }
}
