/// The questions to be put.
struct PreparePolls: Sendable {
    var pollRows: [PollRow]
    var addUrl: String?
    var itemOptions: [OptionModel]
    /// Values are JSON objects `{"documentId","version","sha256"}`, or empty.
    var subjectOptions: [OptionModel]
    var showOptions: [OptionModel]

    struct PollRow: Sendable {
        var pollId: String
        var number: String
        var question: String
        var pollNote: String
        var subjectTitle: String
        var subjectLine: String
        var ruleLine: String
        var stateClass: String
        var stateSymbol: String
        var stateWord: String
        /// Set where the round may be declared void.
        var annulUrl: String?
    }
}
