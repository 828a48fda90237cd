/// What a poll decided: one sentence, a bar of seats, the numbers, the rule and, for open polls, the names.
struct ResultModel: Sendable {
    var resultPollId: String
    var outcomeWord: String
    /// adopted, not-adopted, waiting or void.
    var outcomeClass: String
    var outcomeSymbol: String
    var sentence: String
    var resultViewBox: String
    /// The bar in words.
    var resultText: String
    var resultSeats: [SeatModel]
    var counts: [CountModel]
    var because: String
    /// "Căn cứ chưa được pháp chế xác nhận", the round, remote ballots.
    var resultNote: String?
    var hasNames: Bool
    var names: [NamesModel]
    /// The published list of a secret poll.
    var secretList: SecretListModel?
    /// The file that counts itself again.
    var proofHref: String?
}

/// What was voted in a secret poll, each vote beside its tracker.
struct SecretListModel: Sendable {
    var slipsPollId: String
    var slips: [SlipModel]
}

struct SlipModel: Sendable {
    var slipTracker: String
    /// In groups of four, so that it can be read aloud.
    var slipTrackerText: String
    var slipVote: String
    var slipSymbol: String
}

/// One number of a result.
struct CountModel: Sendable {
    var countWord: String
    var countNumber: String
    var countSymbol: String
    /// for, against, abstain or none.
    var countClass: String
}

/// Who chose what.
struct NamesModel: Sendable {
    var nameWord: String
    var nameSymbol: String
    var nameList: String
}
