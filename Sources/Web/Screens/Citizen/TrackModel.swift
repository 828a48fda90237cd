/// A report as its reporter and the public see it.
struct TrackModel: Sendable {
    var code: String
    var notice: String?
    var problem: String?
    var sentence: String
    var bucketCode: String
    var bucketClass: String
    var bucketSymbol: String
    var bucketWord: String
    var aboutLine: String
    var standing: StandingModel?
    var master: Master?
    var answer: Answer?
    /// What the holder of the private link may do besides.
    var mine: Mine?
    var publicText: String
    var photos: [PhotoModel]
    var steps: [StepModel]
    var dueWhy: DueModel?

    struct Master: Sendable {
        var masterHref: String
        var masterCode: String
    }

    struct Answer: Sendable {
        var outcomeClass: String
        var outcomeSymbol: String
        var outcomeWord: String
        var plannedText: String?
        var answerText: String
        var answerLine: String
        var evidencePhotos: [PhotoModel]
        var evidenceFiles: [FileModel]
    }

    struct Mine: Sendable {
        var key: String
        var question: Question?
        var rate: Rate?
        var rated: String?
        var reopen: Reopen?
        var dispute: Marker?
        var add: Marker?
    }

    struct Question: Sendable { var questionText: String }
    struct Reopen: Sendable { var reopenWhy: String }
    struct Marker: Sendable { var isHere = true }

    struct Rate: Sendable {
        var levels: [Level]
        var reasons: [Reason]
    }

    struct Level: Sendable {
        var levelCode: String
        var levelName: String
        var selected = false
    }

    struct Reason: Sendable {
        var reasonCode: String
        var reasonName: String
        var selected = false
    }
}

/// Looking a report up by its code.
struct LookUpModel: Sendable {
    var wanted: String
    var wrong: String?
}
