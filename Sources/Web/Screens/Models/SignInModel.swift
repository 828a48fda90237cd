/// Signing in, again with the reason where it failed.
struct SignInModel: Sendable {
    var username: String?
    /// Where to go afterwards: a path of this site.
    var next: String
    var problem: String?
    /// Set when too many attempts failed.
    var retryAfterSeconds: Int?
    var retryText: String?
}
