/// The secretary's console: what the minutes say so far of the item in hand, and the chair's conclusion to be written beside it.
struct MinutesLinesModel: Sendable {
    /// "3. Đất dịch vụ", or the opening while no item is current.
    var linesTitle: String
    var lines: [Line]
    var hasLines: Bool
    /// Nil where nothing is current, or the minutes are fixed.
    var conclusion: MinutesModel.Conclusion?
    var minutesHref: String

    struct Line: Sendable {
        var lineText: String
        /// The clerk answers for it; else the record does.
        var isClerks: Bool
    }
}
