/// Where letters are handed over, and how it is made sure that nobody else reads them.
struct SMTPRelay: Sendable {
    /// How the connection is protected.
    enum Protection: String, Sendable, CaseIterable {
        /// In the clear: a relay on this machine or in its own network.
        case off
        /// In the clear until STARTTLS (RFC 3207); nothing is said before it, and nothing is sent where it is not offered.
        case startTLS = "starttls"
        /// TLS from the first byte (RFC 8314 §3.3), usually port 465.
        case tls

        var usualPort: Int {
            switch self {
            case .off: 25
            case .startTLS: 587
            case .tls: 465
            }
        }
    }

    /// Proves who sends (RFC 4954). Its description never shows the password.
    struct Account: Sendable, CustomStringConvertible {
        var username: String
        var password: String
        var description: String { username }
    }

    var host: String
    var port: Int
    var from: String
    var protection = Protection.off
    var account: Account?
    /// PEM file of the authorities the server's certificate may come from; nil: those of this machine.
    var authorities: String?
}
