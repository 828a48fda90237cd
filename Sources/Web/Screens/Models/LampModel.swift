/// The quorum lamp: number, word, shape and colour.
struct LampModel: Sendable {
    /// "18/22"
    var count: String
    /// "đủ điều kiện (cần 15)"
    var lampWord: String
    /// The whole sentence.
    var lampSentence: String
    var lampTitle: String
    /// ok, bad or none.
    var lampClass: String
    var lampSymbol: String
}
