/// Numbers of the state machine; data, with defaults from the domain page. Those marked "(confirm)" there are unconfirmed here.
public struct ReportPolicy: Codable, Hashable, Sendable {
    public var minimumSubmissionSyllables: Int
    public var minimumQuestionSyllables: Int
    /// Shortest reason, note or explanation.
    public var minimumReasonSyllables: Int
    public var maximumText: Int
    /// Returns after which the City Office assigns for good (confirm).
    public var bouncesToArbiter: Int
    public var maximumQuestions: Int
    /// Working days after which a question without reply no longer stops the clock (confirm).
    public var questionDays: Int
    public var maximumExtensions: Int
    public var maximumSubRequests: Int
    /// Working days of silence after which an answered report closes (confirm).
    public var silenceDays: Int
    /// Days in which the reporter may reopen (confirm).
    public var reopenDays: Int
    /// Share of the ordinary budget that a reopened report gets, in percent.
    public var reopenPercent: Int
    /// Whether the City Office reads an escalation before leadership sees it.
    public var officeForwards: Bool
    /// Confidence from which a report is routed without a person, in percent; nil is never.
    public var autoAssignPercent: Int?
    /// What may be chosen with a rating, in the order of the screen.
    public var ratingReasons: [RatingReason]
    public var answer: AnswerPolicy
    public var dossier: DossierPolicy
    /// Calendar for waits of the machine itself: questions and silence.
    public var calendar: CalendarID

    public init(
        minimumSubmissionSyllables: Int = 15, minimumQuestionSyllables: Int = 10, minimumReasonSyllables: Int = 3, maximumText: Int = 20_000, bouncesToArbiter: Int = 2,
        maximumQuestions: Int = 2, questionDays: Int = 5, maximumExtensions: Int = 1, maximumSubRequests: Int = 20, silenceDays: Int = 7, reopenDays: Int = 15,
        reopenPercent: Int = 50, officeForwards: Bool = false, autoAssignPercent: Int? = nil, ratingReasons: [RatingReason] = [], answer: AnswerPolicy = .init(),
        dossier: DossierPolicy = .init(), calendar: CalendarID = CalendarID(trusted: "vn-public")
    ) {
        self.minimumSubmissionSyllables = minimumSubmissionSyllables
        self.minimumQuestionSyllables = minimumQuestionSyllables
        self.minimumReasonSyllables = minimumReasonSyllables
        self.maximumText = maximumText
        self.bouncesToArbiter = bouncesToArbiter
        self.maximumQuestions = maximumQuestions
        self.questionDays = questionDays
        self.maximumExtensions = maximumExtensions
        self.maximumSubRequests = maximumSubRequests
        self.silenceDays = silenceDays
        self.reopenDays = reopenDays
        self.reopenPercent = reopenPercent
        self.officeForwards = officeForwards
        self.autoAssignPercent = autoAssignPercent
        self.ratingReasons = ratingReasons
        self.answer = answer
        self.dossier = dossier
        self.calendar = calendar
    }
}
