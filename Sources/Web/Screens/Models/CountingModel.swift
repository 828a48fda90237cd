/// The sheet of a roll-call or a show of hands: entered by one account, confirmed by another that has counted too.
struct CountingModel: Sendable {
    var countingTitle: String
    var countingNote: String
    var countUrl: String
    var countButton: String
    /// "18 người có mặt được biểu quyết"
    var countPresent: String
    /// Of a show of hands.
    var numberFields: [NumberField]
    /// Of a roll-call, in the order of protocol.
    var nameLines: [NameLine]

    struct NumberField: Sendable {
        var fieldName: String
        var fieldWord: String
    }

    struct NameLine: Sendable {
        var voterId: String
        var voterName: String
        var answers: [Answer]
    }

    struct Answer: Sendable {
        var answerValue: String
        var answerWord: String
    }
}
