/// A button that calls the API: `actions.js` sends it, asks first where `confirmation` stands, and says what went wrong.
struct ActionModel: Sendable {
    var label: String
    var method = "POST"
    var url: String
    /// JSON body.
    var payload: String?
    /// The question asked before; nil acts at once.
    var confirmation: String?
    /// Name of an icon.
    var symbol: String?
    /// CSS classes.
    var tone = "btn quiet compact"
    /// Why it cannot be done now; the button stays visible and says so.
    var blockedBecause: String?
}
