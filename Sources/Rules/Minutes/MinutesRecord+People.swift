extension MinutesRecord {
    /// A name as it stands in the record, with the office or capacity behind it.
    public struct Person: Codable, Hashable, Sendable {
        public var name: String
        public var title: String

        public init(name: String, title: String) {
            self.name = name
            self.title = title
        }
    }

    /// One coming or going.
    public struct Change: Codable, Hashable, Sendable {
        public var state: AttendanceState
        public var at: Timestamp
        /// Number of the fact in the meeting's log.
        public var fact: Int64?

        public init(state: AttendanceState, at: Timestamp, fact: Int64? = nil) {
            self.state = state
            self.at = at
            self.fact = fact
        }
    }

    /// A seat of the roster and how its holder took part.
    public struct Member: Codable, Hashable, Sendable {
        public var name: String
        public var title: String
        /// Nil while nobody has recorded anything.
        public var attendance: AttendanceState?
        /// In order of time, those before the opening included.
        public var changes: [Change]
        /// Why absent; nil where not given, or erased.
        public var absenceReason: String?
        /// Whether the chairman agreed to the absence.
        public var absenceAgreed: Bool?
        /// Who recorded the chairman's word, where that was another.
        public var agreementRecordedBy: String?

        public init(
            name: String, title: String, attendance: AttendanceState?, changes: [Change] = [], absenceReason: String? = nil, absenceAgreed: Bool? = nil,
            agreementRecordedBy: String? = nil
        ) {
            self.name = name
            self.title = title
            self.attendance = attendance
            self.changes = changes
            self.absenceReason = absenceReason
            self.absenceAgreed = absenceAgreed
            self.agreementRecordedBy = agreementRecordedBy
        }

        /// Never there at any time; who left early was not absent.
        var isAbsentThroughout: Bool { attendance == .absent && !changes.contains(where: \.state.isPresent) }
    }

    /// Who came in a member's place: listed and heard, without a vote.
    public struct Substitute: Codable, Hashable, Sendable {
        public var person: Person
        /// Name of the absent member.
        public var member: String
        public var from: Timestamp?
        /// Nil: until the end.
        public var until: Timestamp?

        public init(person: Person, member: String, from: Timestamp? = nil, until: Timestamp? = nil) {
            self.person = person
            self.member = member
            self.from = from
            self.until = until
        }
    }

    /// What was announced to the meeting.
    public struct Announcement: Codable, Hashable, Sendable {
        public var text: String
        public var at: Timestamp
        public var fact: Int64?

        public init(text: String, at: Timestamp, fact: Int64? = nil) {
            self.text = text
            self.at = at
            self.fact = fact
        }
    }
}
