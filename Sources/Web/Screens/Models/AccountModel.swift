/// One's own account.
struct AccountModel: Sendable {
    var name: String
    var username: String
    var passwordMinimum: Int
    var passwordHint: String
}
