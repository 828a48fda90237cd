/// A wall without a session.
struct IdleWall: Sendable {
    var serverNow: Int64
    var refreshSeconds: Int
    var bodyName: String
    var clock: String
    var headline: String
    var line: String
}

/// What hangs on the wall: read from eight metres, nothing personal beyond what the meeting shows.
struct BigScreenModel: Sendable {
    var meetingId: String
    var epoch: String
    var head: Int64
    var serverNow: Int64
    /// The wall of a room, which goes on to the next session.
    var isAlways = false
    /// Nil while a session is on: push brings everything.
    var refreshSeconds: Int?
    var title: String
    var stateWord: String
    var stateClass: String
    var stateSymbol: String
    var clock: String
    var lamp: LampModel?
    /// "Mục 3 · Biểu quyết"
    var kicker: String
    var headline: String
    /// A class for the arrangement: with-page where a page takes the room.
    var layout: String
    var wallPoll: Poll?
    var wallPage: Page?
    /// Questions put together, in place of one.
    var wallTogether: Together?
    var wallSpeech: SpeechModel?
    var wallLines: [String]
    var footLeft: String?
    var footRight: String?

    struct Page: Sendable {
        var pageHref: String
        /// Only the proportion matters.
        var pageWidth: Int
        var pageHeight: Int
        var pageAlt: String
        var pageTitle: String
        /// "Trang 3/12"
        var pageLine: String
    }

    struct Together: Sendable {
        /// One turnout for all, while they run: that of the first.
        var togetherTurnout: Turnout?
        var togetherLines: [Line]

        struct Turnout: Sendable {
            var togetherPollId: String
            var togetherWord: String
            var togetherCount: String
        }

        struct Line: Sendable {
            var togetherNumber: String
            var togetherTitle: String
            var togetherClass: String
            var togetherSymbol: String
            /// Nil while it runs.
            var togetherVerdict: String?
        }
    }

    struct Poll: Sendable {
        var wallPollId: String
        /// "THÔNG QUA"; nil while the poll runs.
        var verdictText: String?
        var verdictCount: String?
        var outcomeClass: String
        var outcomeSymbol: String
        var ruleLine: String
        var viewBox: String
        var seatsText: String
        var seats: [SeatModel]
        var wallCounts: [CountModel]
        /// The number follows the turnout signal.
        var liveTurnout: Bool
        var closesAt: Int64?
        var closesAtText: String?
    }
}
