/// A poll as one person sees it.
struct PollModel: Sendable {
    var pollId: String
    /// draft, open, paused (open while its session pauses), closed or annulled.
    var phase: String
    /// "Biểu quyết · Mục 3"
    var heading: String
    var question: String
    /// "Tạm dừng · còn 01:35": nothing runs and no ballot is taken.
    var pausedText: String?
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
    /// The words he sent with it.
    var mineText: String?
    /// Why the viewer cannot vote.
    var whyNot: String?
    var casting: Casting?
    var turnout: Turnout?
    /// Who has not voted: for the chair and the secretariat.
    var outstanding: Outstanding?
    var result: ResultModel?
    /// Earlier rounds of the question and amendments to it, in order; empty where there is one round.
    var history: [History]
    var hasHistory: Bool
    /// Where no decision stands: put the question again.
    var again: ActionModel?
    /// For whoever conducts: declares it void, with a reason.
    var annulUrl: String?
    /// Slips that may end before their deadline, or may not: "Kết quả đã chắc chắn …".
    var early: Early?
    /// Reminds those who have not voted.
    var nudge: ActionModel?
    /// Votes are taken by hand or by name: where they are written down.
    var counting: CountingModel?
    /// The deadline of a slip in Hanoi's time; the script adds the device's own where it differs.
    var deadline: Deadline?
    /// The table of opinions, once a slip is over.
    var opinionsHref: String?
    /// The slip as a paper: nil where nothing is gathered by slip.
    var slipHref: String?
    /// Where a slip that comes too late is sent.
    var lateUrl: String?
    var lateChoices: [OptionModel]
    /// The same, for those who only watch.
    var byHandNote: String?

    struct Early: Sendable {
        var earlyText: String
        var earlyClass: String
        var earlySymbol: String
    }

    struct Deadline: Sendable {
        var deadlineMs: Int64
        var deadlineText: String
    }

    struct History: Sendable {
        var historyText: String
        var historyOutcome: String
        var historyClass: String
        var historySymbol: String
    }

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
        /// For, against, abstain; empty where the poll has options.
        var choices: [Choice]
        var optionSheet: OptionSheet?
        /// Takes words; nil: none.
        var note: Note?
        var isSecret: Bool
        /// The viewer's secret ballot is in the box; nothing can be changed.
        var isInBox: Bool
    }

    /// Words with the vote: on a slip they are part of it, in session one tap away.
    struct Note: Sendable {
        var isOnSlip: Bool
        var noteText: String
        var noteOpen: Bool
    }

    /// A ballot paper with options: as many ticks as there are places, or blank.
    struct OptionSheet: Sendable {
        /// How many may be ticked.
        var places: Int
        /// radio or checkbox.
        var inputKind: String
        var optionLines: [OptionLine]
        var optionHint: String
    }

    struct OptionLine: Sendable {
        var optionId: String
        var optionTitle: String
        var optionChosen: Bool
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
        /// Under what the secretary enters for the decider.
        var castingNote: String?
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
        var missing: [Missing]
        /// Where the bells ring.
        var nudgeUrl: String
    }

    /// Somebody who has not voted yet.
    struct Missing: Sendable {
        var missingId: String
        var missingName: String
        /// His device follows the meeting now: the bell reaches it.
        var isConnected: Bool
        var nudgeOne: String
        var nudgeSaid: String
        /// JSON body.
        var nudgeWish: String
    }
}
