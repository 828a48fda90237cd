/// The chain around one agenda item as the tables hold it, for checking the invariants (i) to (vii). Read under lock before a conclusion is
/// signed, a task closed or an item removed, and by the nightly check.
public struct ChainLinks: Hashable, Sendable {
    public struct Conclusion: Hashable, Sendable {
        public var id: ConclusionID
        public var item: AgendaItemID
        public var isSigned: Bool
        /// What is meant for those who carry it out …
        public var privateText: String
        /// … and what was written for the public, shown only when released.
        public var publicText: String?
        public var isPublicTextReleased: Bool
        public var isPublicTextShown: Bool
        public init(
            id: ConclusionID, item: AgendaItemID, isSigned: Bool, privateText: String, publicText: String?, isPublicTextReleased: Bool, isPublicTextShown: Bool
        ) {
            self.id = id
            self.item = item
            self.isSigned = isSigned
            self.privateText = privateText
            self.publicText = publicText
            self.isPublicTextReleased = isPublicTextReleased
            self.isPublicTextShown = isPublicTextShown
        }
    }

    public struct Task: Hashable, Sendable {
        public var id: ActionItemID
        public var leadUnits: [UnitID]
        public var due: Timestamp?
        /// Conclusions whose points it carries out.
        public var sources: [ConclusionID]
        public var isDone: Bool
        public init(id: ActionItemID, leadUnits: [UnitID], due: Timestamp?, sources: [ConclusionID], isDone: Bool) {
            self.id = id
            self.leadUnits = leadUnits
            self.due = due
            self.sources = sources
            self.isDone = isDone
        }
    }

    /// A text that is printed, shown or sent out for the meeting.
    public struct Paper: Hashable, Sendable {
        public var id: String
        public var text: String
        public init(id: String, text: String) {
            self.id = id
            self.text = text
        }
    }

    /// Items that stand on an agenda.
    public var items: Set<AgendaItemID>
    public var escalations: [Escalation]
    public var reports: [Report]
    public var conclusions: [Conclusion]
    public var tasks: [Task]
    public var papers: [Paper]
    /// Name, telephone, mail address and account of the reporters, as far as known.
    public var identities: [String]
    /// Reports whose handler was asked to answer after the last task.
    public var answersAskedFor: Set<ReportID>

    public init(
        items: Set<AgendaItemID> = [], escalations: [Escalation] = [], reports: [Report] = [], conclusions: [Conclusion] = [], tasks: [Task] = [],
        papers: [Paper] = [], identities: [String] = [], answersAskedFor: Set<ReportID> = []
    ) {
        self.items = items
        self.escalations = escalations
        self.reports = reports
        self.conclusions = conclusions
        self.tasks = tasks
        self.papers = papers
        self.identities = identities
        self.answersAskedFor = answersAskedFor
    }

    /// Every invariant that does not hold, in the order of §1.7; empty for a chain that is whole.
    public var faults: [LinkFault] {
        undecided + incompleteTasks + resolvedTooEarly + unanswered + offAgenda + reportersNamed + unreleased
    }
}
