import Foundation

extension Connection {
    /// The connection this run uses: the environment before the stored login.
    ///
    /// A stored token goes only to the server it was given by, whatever `ECABINET_SERVER` says.
    static func fromSurroundings() throws(Failure) -> Connection {
        let environment = ProcessInfo.processInfo.environment
        let named = environment["ECABINET_SERVER"].flatMap { $0.isEmpty ? nil : $0 }
        let token = environment["ECABINET_TOKEN"].flatMap { $0.isEmpty ? nil : $0 }
        let stored = token != nil && named != nil ? nil : try Credentials.stored()
        let server: ServerAddress?
        if let named {
            guard let address = ServerAddress(named) else {
                throw .local(
                    Tongue.pick(vi: "ECABINET_SERVER không phải địa chỉ http hay https: \(named)", en: "ECABINET_SERVER is no http or https address: \(named)"))
            }
            server = address
        } else {
            server = stored?.server
        }
        guard let server, let token = token ?? (stored?.server == server ? stored?.token : nil) else { throw .notLoggedIn }
        if server.isExposed { warnExposed(server) }
        return Connection(server: server, token: token)
    }

    static func warnExposed(_ server: ServerAddress) {
        Terminal.remark(
            Tongue.pick(
                vi: "\("Cảnh báo:", .yellow) \(server) không mã hóa; mật khẩu và mã truy cập có thể bị đọc trên đường.",
                en: "\("Warning:", .yellow) \(server) is not encrypted; password and token can be read on the way."))
    }
}
