/// The invitation as a paper: what the register says of it, and a look at it.
struct InvitationFormModel: Sendable {
    var paperUrl: String
    var paperHref: String
    var paperEditable: Bool
    var paperNumber: String
    /// `2026-11-23`, or empty.
    var paperDate: String
    var paperLocality: String
    /// "Đã nhận 18/24 · đã mở 15/24"; nil before convening.
    var paperSum: String?
}
