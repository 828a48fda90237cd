extension MinutesRecord {
    /// A late item taken onto the agenda by the chair.
    public struct LateApproval: Codable, Hashable, Sendable {
        public var at: Timestamp
        /// Who presided when the chair said yes; nil where nobody did yet.
        public var chair: Person?
        /// Who entered it, where that was another.
        public var enteredBy: String?
        /// What that person noted: how the chair said so.
        public var note: String
        public var fact: Int64?

        public init(at: Timestamp, chair: Person?, enteredBy: String? = nil, note: String = "", fact: Int64? = nil) {
            self.at = at
            self.chair = chair
            self.enteredBy = enteredBy
            self.note = note
            self.fact = fact
        }
    }

    /// Said later: where a member had been from one instant until another. No verdict was altered by it.
    public struct Correction: Codable, Hashable, Sendable {
        public var name: String
        public var state: AttendanceState
        public var from: Timestamp
        public var until: Timestamp
        /// When it was entered.
        public var at: Timestamp
        public var enteredBy: String
        /// Nil where none was wanted, or where it was erased.
        public var note: String?
        /// Titles of the polls that had closed and whose presence would have been another.
        public var polls: [String]
        public var fact: Int64?

        public init(
            name: String, state: AttendanceState, from: Timestamp, until: Timestamp, at: Timestamp, enteredBy: String, note: String? = nil, polls: [String] = [],
            fact: Int64? = nil
        ) {
            self.name = name
            self.state = state
            self.from = from
            self.until = until
            self.at = at
            self.enteredBy = enteredBy
            self.note = note
            self.polls = polls
            self.fact = fact
        }
    }

    /// The session stood still; `until` is nil where it was closed without going on.
    public struct Pause: Codable, Hashable, Sendable {
        public var from: Timestamp
        public var until: Timestamp?

        public init(from: Timestamp, until: Timestamp?) {
            self.from = from
            self.until = until
        }
    }

    /// The meeting was closed and opened again: who asked and why, who agreed.
    public struct Reopening: Codable, Hashable, Sendable {
        /// When the meeting had been closed.
        public var closedAt: Timestamp?
        public var at: Timestamp
        public var askedBy: String
        public var reason: String
        public var approvedBy: String
        public var fact: Int64?

        public init(closedAt: Timestamp?, at: Timestamp, askedBy: String, reason: String, approvedBy: String, fact: Int64? = nil) {
            self.closedAt = closedAt
            self.at = at
            self.askedBy = askedBy
            self.reason = reason
            self.approvedBy = approvedBy
            self.fact = fact
        }
    }
}
