extension ReportCommand {
    /// How an agenda item ended without a conclusion, or waits for one.
    public struct AgendaEnding: Codable, Hashable, Sendable {
        public enum Reason: String, Codable, Hashable, Sendable, CaseIterable {
            case itemRemoved, itemDeferred, meetingPostponed, meetingCancelled, noQuorum, notAdopted
            /// A tie: the chair has yet to decide.
            case awaitingChairman
        }

        public var reason: Reason
        /// Where a deferred item is taken next, and when; for a tie, until when the chair decides.
        public var nextItem: AgendaItemID?
        public var nextAt: Timestamp?
        public init(reason: Reason, nextItem: AgendaItemID? = nil, nextAt: Timestamp? = nil) {
            self.reason = reason
            self.nextItem = nextItem
            self.nextAt = nextAt
        }
    }

    /// T15: the conclusion of the item.
    public struct Concluding: Codable, Hashable, Sendable {
        public struct Task: Codable, Hashable, Sendable {
            public var id: ActionItemID
            /// Nil and missing dates are refused by name; a task always has both.
            public var leadUnit: UnitID?
            public var due: Timestamp?
            public init(id: ActionItemID, leadUnit: UnitID?, due: Timestamp?) {
                self.id = id
                self.leadUnit = leadUnit
                self.due = due
            }
        }

        public var conclusion: ConclusionID
        public var isSigned: Bool
        /// Polls on the item that are not closed.
        public var openPolls: Int
        public var tasks: [Task]
        /// Released for the citizen; the conclusion itself is another text.
        public var publicText: String?
        public init(conclusion: ConclusionID, isSigned: Bool, openPolls: Int, tasks: [Task], publicText: String?) {
            self.conclusion = conclusion
            self.isSigned = isSigned
            self.openPolls = openPolls
            self.tasks = tasks
            self.publicText = publicText
        }
    }
}
