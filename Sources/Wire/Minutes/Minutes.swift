public import Rules

/// The minutes of a meeting as they stand.
public struct Minutes: Codable, Sendable, Equatable {
    /// A heading and its sentences.
    public struct Section: Codable, Sendable, Equatable {
        /// Stable name, for example `opening`, `attendance`, `item`.
        public var key: String
        public var title: String
        public var lines: [Line]

        public init(key: String, title: String, lines: [Line]) {
            self.key = key
            self.title = title
            self.lines = lines
        }
    }

    /// One sentence and where it comes from.
    public struct Line: Codable, Sendable, Equatable {
        public var text: String
        /// The same in English, where the record knows it in both languages.
        public var gloss: String?
        /// Numbers of the facts it was made from; empty for what the secretary wrote.
        public var events: [Int64]

        public init(text: String, gloss: String? = nil, events: [Int64] = []) {
            self.text = text
            self.gloss = gloss
            self.events = events
        }
    }

    /// What the law wants in minutes and is not there yet.
    public struct Missing: Codable, Sendable, Equatable {
        public var code: String
        /// A sentence in the language asked for.
        public var detail: String

        public init(code: String, detail: String) {
            self.code = code
            self.detail = detail
        }
    }

    public var meetingId: MeetingID
    /// draft or approved.
    public var state: String
    public var sections: [Section]
    /// Empty when the minutes are complete.
    public var missing: [Missing]
    public var version: Int
    /// Digest of the approved paper, lower-case hex; null while it is a draft.
    @Nullable public var sha256: String?

    public init(meetingId: MeetingID, state: String, sections: [Section], missing: [Missing], version: Int, sha256: String?) {
        self.meetingId = meetingId
        self.state = state
        self.sections = sections
        self.missing = missing
        self.version = version
        self.sha256 = sha256
    }
}
