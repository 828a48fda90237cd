/// The right side of the room: a poll before anything else, then who is here, then announcements.
struct PanelModel: Sendable {
    /// What it shows unless the reader chose otherwise: poll, people or news.
    var view: String
    /// "Mở" while a poll runs, "Mở 3" while several do.
    var pollAlert: String?
    /// All that are open: none is hidden by another.
    var openPolls: [OpenPollModel]
    /// Several are open: each one tap away, wherever the panel is scrolled to.
    var hasOpenIndex: Bool
    /// While nothing is open: the latest result, or the tie that waits.
    var poll: PollModel?
    /// No poll and no consent list.
    var isEmpty: Bool
    /// Ties that are not the poll shown: they wait beside whatever runs.
    var ties: [TieModel]
    /// While nothing is open: why the viewer could not vote if it were.
    var whyNoVote: String?
    var consent: ConsentModel?
    /// The current item, where the viewer can do something about it.
    var currentPart: String?
    /// The presiding person is asked whether opinions may be gathered by slip.
    var approveSlips: ActionModel?
    var approveNote: String?
    var hasEarlier: Bool
    var earlier: [EarlierPoll]
    /// How many speak or wait to; nil for nobody.
    var floorAlert: String?
    var floor: FloorModel
    var attendance: AttendanceModel
    var announcements: AnnouncementsModel
    /// For the secretary, while the session runs.
    var minutesLines: MinutesLinesModel?
}

/// A tie that waits for the word of its decider.
struct TieModel: Sendable {
    var tiePollId: String
    var tieQuestion: String
    var casting: PollModel.Casting
}

/// A poll that is over, folded.
struct EarlierPoll: Sendable {
    var pollId: String
    var question: String
    /// "Vòng 1"; nil for a question that was put once.
    var earlierRound: String?
    var outcomeWord: String
    var outcomeClass: String
    var outcomeSymbol: String
    /// Nil where it was declared void before anything was counted.
    var result: ResultModel?
    var voidText: String?
    /// Puts the question once more, where no decision stands.
    var again: ActionModel?
    /// Set where it may be declared void.
    var annulUrl: String?
}
