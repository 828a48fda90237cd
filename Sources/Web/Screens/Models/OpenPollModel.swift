/// An open poll on the panel. Where several are open, each has a head that folds it in and out.
struct OpenPollModel: Sendable {
    var openId: String
    var openNumber: Int
    /// "Biểu quyết 2/3: Thông qua dự toán?"
    var openName: String
    /// "Biểu quyết 2/3"; nil where it is the only one.
    var openHead: String?
    var openQuestion: String
    /// The viewer's ballot: sent or not; nil for who has none.
    var openSign: Sign?
    var folded: Bool
    var openPoll: PollModel

    struct Sign: Sendable {
        var signClass: String
        var signSymbol: String
        var signWord: String
    }
}
