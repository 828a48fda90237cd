/// The questions to be put.
struct PreparePolls: Sendable {
    var pollRows: [PollRow]
    var addUrl: String?
    var blank: PollFields
    /// Why and by when, of opinions by slip; nil for a session.
    var slipForm: SlipForm?

    struct SlipForm: Sendable {
        var slipUrl: String
        var slipReason: String
        var slipNumber: String
        /// `2026-11-23`, or empty.
        var slipDate: String
        var slipSubmitter: String
        var slipDays: Int
        var slipApproved: String
        var slipApprovedClass: String
        /// For the presiding person, while it is asked.
        var approve: ActionModel?
    }

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
        /// While it is in preparation: what may be corrected, and the button that takes it back.
        var edit: PollFields?
        var drop: ActionModel?
        /// Set where the round may be declared void.
        var annulUrl: String?
        /// Puts the question once more, where no decision stands.
        var again: ActionModel?
    }
}
