/// Whose page opens a socket. Browsers send cookies along with a WebSocket from any site, and no preflight asks first
/// (RFC 6455 §10.2): so the page's origin has to be the server's own or a named one. Programs send no `Origin`.
enum Origin {
    private static let defaultPorts = ["http://": ":80", "https://": ":443"]

    /// - Parameter authority: what the request was addressed to (`Host`). A proxy in front may end TLS, so the scheme is not compared.
    static func mayOpen(_ origin: String, authority: String?, allowed: Set<String>) -> Bool {
        let origin = origin.lowercased()
        if allowed.contains(origin) { return true }
        guard let authority = authority?.lowercased(), !authority.isEmpty else { return false }
        for (scheme, port) in defaultPorts where origin.hasPrefix(scheme) {
            return withoutPort(origin.dropFirst(scheme.count), port) == withoutPort(authority[...], port)
        }
        return false
    }

    private static func withoutPort(_ authority: Substring, _ port: String) -> Substring {
        authority.hasSuffix(port) ? authority.dropLast(port.count) : authority
    }
}
