public import Rules

/// A line of a queue or list.
public struct ReportLine: Sendable {
    public var id: ReportID
    public var code: TrackingCode
    public var state: ReportState
    public var bucket: Bucket
    public var urgency: Urgency
    public var category: CategoryID?
    public var place: UnitID?
    public var holder: UnitID
    public var officer: UserID?
    public var officerName: String?
    /// The beginning of the public text.
    public var excerpt: String
    /// Street and landmark, house number covered.
    public var address: String
    public var receivedAt: Timestamp
    /// Nil when nothing is owed.
    public var due: Timestamp?
    public var light: TrafficLight?
    /// The clock by which it is due.
    public var clock: ClockKind?
    public var photos: Int
    public var version: Int64
    /// Who is at it just now, another than the caller.
    public var heldBy: String?
    /// The unit was asked for its part only.
    public var isConsulted: Bool
    /// The last task of its conclusion is done: the answer is awaited.
    public var answerAsked: Bool
}

/// A report as its handlers see it, with what the caller may do.
public struct ReportView: Sendable {
    public var report: Report
    public var bucket: Bucket
    public var line: ReportLine
    /// As it was written, for those who handle it, the reception and leadership; else the public text.
    public var text: String
    public var publicText: String
    /// `text` is the public text, because the caller may not read more, or the original was erased.
    public var isMasked: Bool
    public var address: String
    public var point: MapPoint?
    /// For who submitted it, and for those who handle it once they have opened it (`OpenContact`).
    public var contact: ReporterContact?
    public var hasContact: Bool
    public var mayOpenContact: Bool
    public var files: [ReportFileView]
    /// What the reporter wrote since, in full for those who handle it.
    public var words: [ReportWord]
    public var duplicates: [TrackingCode]
    public var masterCode: TrackingCode?
    public var links: ReportLinks
    /// The answer that waits for approval or was given.
    public var answer: AnswerDraft?
    public var publicAnswer: String
    /// The released conclusion from which the answer is to be written.
    public var answerHint: String?
    /// The caller's own draft.
    public var draft: AnswerDraft?
    public var draftSavedAt: Timestamp?
    /// Verbs of `ReportCommand` the caller may use now: screens show nothing else, the door asks again.
    public var may: Set<String>
    public var standing: ReportStanding
    public var version: Int64
}

/// The chain a report hangs in.
public struct ReportLinks: Sendable, Equatable {
    public struct Item: Sendable, Equatable {
        public var id: AgendaItemID
        public var meeting: MeetingID
        public var meetingTitle: String
        public var title: String
        public var at: Timestamp?
    }
    public var escalation: EscalationID?
    public var agendaItem: Item?
    public var polls: [PollID]
    public var conclusion: ConclusionID?
    public var actionItems: [ActionItemView]
}

/// One step of a report's way, as the caller may see it.
public struct TimelineEntry: Sendable {
    public var seq: Int
    public var kind: HopKind
    public var from: ReportState?
    public var to: ReportState
    public var fromUnit: UnitID?
    public var toUnit: UnitID?
    /// Who had it after the step, and until when.
    public var holder: UnitID
    public var due: Timestamp?
    public var at: Timestamp
    /// Name of the official; nil for the reporter, the clock and in the public part.
    public var actor: String?
    public var reason: String?
    public var rule: CompetenceRuleID?
    /// The sentence the citizen reads; nil when he was told nothing.
    public var told: CitizenMessage?
    public var silence: CitizenNotice.Silence?
    /// What an official wrote for officials; nil in the public part.
    public var note: String?
}

/// What anybody may see of a report.
public struct PublicReport: Sendable {
    public var id: ReportID
    public var code: TrackingCode
    public var state: ReportState
    public var bucket: Bucket
    public var urgency: Urgency
    public var category: CategoryID?
    public var place: UnitID?
    public var holder: UnitID
    public var text: String
    public var address: String
    /// Rounded to about a hundred metres.
    public var point: MapPoint?
    public var receivedAt: Timestamp
    public var due: Timestamp?
    public var isLate: Bool
    public var outcome: AnswerOutcome?
    public var answer: String?
    public var answeredAt: Timestamp?
    public var files: [ReportFileView]
    public var timeline: [TimelineEntry]
    public var masterCode: TrackingCode?
    public var rating: RatingLevel?
    public var ratingReasons: [RatingReasonID]
    /// By when a planned answer says it will be done.
    public var plannedFor: CivilDate?
    /// The clock by which it is due; nil while nothing is owed.
    public var clock: ReportClock?
    /// The released conclusion that concerns it.
    public var conclusion: String?
    public var version: Int64
    /// What the holder of the private link may do now: `reply`, `add`, `rate`, `reopen`, `unmerge`. Empty for everybody else.
    public var may: Set<String>
    /// What the reporter wrote; for the holder of the link alone.
    public var words: [ReportWord]
    /// The question that waits for a reply.
    public var question: String?
}
