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
