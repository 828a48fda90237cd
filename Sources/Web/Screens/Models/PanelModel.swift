/// The right side of the room: a poll before anything else, then who is here, then announcements.
struct PanelModel: Sendable {
    /// What it shows unless the reader chose otherwise: poll, people or news.
    var view: String
    /// "Mở" while a poll runs, "Mở 3" while several do.
    var pollAlert: String?
    /// All that are open: none is hidden by another.
    var openPolls: [OpenPollModel]
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
    var sentence: String
    var resultViewBox: String
    var resultText: String
    var resultSeats: [SeatModel]
    var counts: [CountModel]
    var because: String
    var resultNote: String?
    var hasNames: Bool
    var names: [NamesModel]
    var secretList: SecretListModel?
    var proofHref: String?
    var resultPollId: String

    init(pollId: String, question: String, round: String?, result: ResultModel) {
        earlierRound = round
        self.pollId = pollId
        self.question = question
        outcomeWord = result.outcomeWord
        outcomeClass = result.outcomeClass
        outcomeSymbol = result.outcomeSymbol
        sentence = result.sentence
        resultViewBox = result.resultViewBox
        resultText = result.resultText
        resultSeats = result.resultSeats
        counts = result.counts
        because = result.because
        resultNote = result.resultNote
        hasNames = result.hasNames
        names = result.names
        secretList = result.secretList
        proofHref = result.proofHref
        resultPollId = pollId
    }
}
