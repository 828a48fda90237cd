/// The consent list on the panel: proposed, or put as one with a verdict for each.
struct ConsentModel: Sendable {
    var consentTitle: String
    var consentItems: [Item]
    /// For those who conduct: open or close all.
    var consentActions: [ActionModel]
    /// One choice for all that are open; nil for who has no ballot here.
    var consentChoices: [ActionModel]
    var hasConsentChoices: Bool
    /// "Đã ghi nhận 3/3 phiếu"
    var consentMine: String?

    struct Item: Sendable {
        var consentKey: String
        var consentText: String
    }
}
