/// The consent list on the panel: proposed, or put as one with a verdict for each.
struct ConsentModel: Sendable {
    var consentTitle: String
    var consentItems: [Item]
    /// For those who conduct: open or close all.
    var consentActions: [ActionModel]
    /// One choice for all that are open; empty for who has no ballot here.
    var consentChoices: [Choices]
    var hasConsentChoices: Bool
    /// Names the ballots of this list on the device.
    var consentKey: String
    var consentUrl: String
    /// The choice, where it is the same in all.
    var consentRecorded: String
    var consentWord: String
    /// The receipts, in the order of the items.
    var consentReceipt: String
    /// "Đã ghi nhận 3/3 phiếu"
    var consentMine: String?

    struct Item: Sendable {
        var consentPoll: String
        var consentText: String
        /// The viewer's ballot in this one, with its receipt.
        var consentCode: String?
    }

    struct Choices: Sendable {
        var value: String
        var word: String
        var choiceClass: String
        var choiceSymbol: String
    }
}
