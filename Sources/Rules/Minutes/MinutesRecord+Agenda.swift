extension MinutesRecord {
    /// One item of the agenda as it went.
    public struct Item: Codable, Hashable, Sendable {
        /// Its place in the order of reading.
        public var number: Int
        /// What the agenda calls it: "2.1".
        public var label: String
        public var title: String
        /// The body that brings it.
        public var submitter: String
        public var rapporteur: String
        /// Put on the agenda after the papers had gone out.
        public var isLate: Bool
        /// The chair's word on a late item.
        public var lateApproval: LateApproval?
        public var documents: [Document]
        public var recusals: [Recusal]
        public var speeches: [Speech]
        public var polls: [Poll]
        /// What the presiding person concluded, written down by the clerk.
        public var conclusion: String
        public var tasks: [Task]

        public init(
            number: Int, label: String? = nil, title: String, submitter: String = "", rapporteur: String = "", isLate: Bool = false, lateApproval: LateApproval? = nil, documents: [Document] = [],
            recusals: [Recusal] = [], speeches: [Speech] = [], polls: [Poll] = [], conclusion: String = "", tasks: [Task] = []
        ) {
            self.number = number
            self.label = label ?? "\(number)"
            self.title = title
            self.submitter = submitter
            self.rapporteur = rapporteur
            self.isLate = isLate
            self.lateApproval = lateApproval
            self.documents = documents
            self.recusals = recusals
            self.speeches = speeches
            self.polls = polls
            self.conclusion = conclusion
            self.tasks = tasks
        }
    }

    /// A paper before the meeting, named by its bytes.
    public struct Document: Codable, Hashable, Sendable {
        public var title: String
        public var version: Int
        /// Lower-case hex.
        public var sha256: String
        /// The verdict on its signatures in a word: Hợp lệ, Không hợp lệ, Chưa xác định được, Không có chữ ký số.
        public var verdict: String?
        /// "Gửi 21/11 16:40 – trễ 1 ngày làm việc"
        public var delivery: String?

        public init(title: String, version: Int, sha256: String, verdict: String? = nil, delivery: String? = nil) {
            self.title = title
            self.version = version
            self.sha256 = sha256
            self.verdict = verdict
            self.delivery = delivery
        }
    }

    /// A member who took no part in an item's votes.
    public struct Recusal: Codable, Hashable, Sendable {
        public var name: String
        public var reason: String?

        public init(name: String, reason: String? = nil) {
            self.name = name
            self.reason = reason
        }
    }

    /// Who had the floor, with the clerk's summary.
    public struct Speech: Codable, Hashable, Sendable {
        public var person: Person
        /// The absent member in whose place he spoke.
        public var substituteFor: String?
        public var at: Timestamp
        public var summary: String
        public var fact: Int64?

        public init(person: Person, substituteFor: String? = nil, at: Timestamp, summary: String = "", fact: Int64? = nil) {
            self.person = person
            self.substituteFor = substituteFor
            self.at = at
            self.summary = summary
            self.fact = fact
        }
    }

    /// Something to be done after the meeting.
    public struct Task: Codable, Hashable, Sendable {
        public var text: String
        public var holder: String
        public var due: Timestamp?

        public init(text: String, holder: String, due: Timestamp? = nil) {
            self.text = text
            self.holder = holder
            self.due = due
        }
    }
}
