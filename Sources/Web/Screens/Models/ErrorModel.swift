/// A page that cannot be shown: what it is, why, what to do.
struct ErrorModel: Sendable {
    var status: Int
    var title: String
    var explanation: String
    var whatToDo: String
    var requestId: String?
    var signInHref: String?
}
