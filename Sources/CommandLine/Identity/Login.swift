import ArgumentParser
import Foundation
import Wire

#if canImport(Glibc)
    import Glibc
#endif

/// `ecabinet login`: exchanges a password for a token and keeps the token.
struct Login: AsyncParsableCommand {
    /// Longest password read, in bytes: a file piped in by mistake is not sent.
    private static let maxPasswordBytes = 1024

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: Tongue.pick(vi: "Đăng nhập; mã truy cập được giữ trong tệp riêng của bạn.", en: "Log in; the token is kept in a file of your own."))
    }

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp(Tongue.pick(vi: "Địa chỉ máy chủ (mặc định ECABINET_SERVER).", en: "Address of the server (default ECABINET_SERVER)."), valueName: "url"))
    var server: String?

    @Option(help: ArgumentHelp(Tongue.pick(vi: "Tên đăng nhập.", en: "User name.")))
    var username: String

    @Flag(help: ArgumentHelp(Tongue.pick(vi: "Đọc mật khẩu từ đầu vào chuẩn.", en: "Read the password from standard input.")))
    var passwordStdin = false

    func validate() throws {
        guard ServerAddress(named) != nil else {
            throw ValidationError(
                Tongue.pick(vi: "Cần --server với địa chỉ http hoặc https.", en: "--server needs an http or https address."))
        }
        guard passwordStdin || isatty(STDIN_FILENO) == 1 else {
            throw ValidationError(Tongue.pick(vi: "Không có bàn phím: dùng --password-stdin.", en: "No keyboard: use --password-stdin."))
        }
    }

    private var named: String { server ?? ProcessInfo.processInfo.environment["ECABINET_SERVER"] ?? "" }

    mutating func run() async throws {
        do throws(Failure) {
            try await logIn()
        } catch {
            try error.report(json: common.json)
            throw error.outcome.exitCode
        }
    }

    private func logIn() async throws(Failure) {
        guard let server = ServerAddress(named) else { throw .notLoggedIn }
        if server.isExposed { Connection.warnExposed(server) }
        var request = try Request.post(Target("tokens"), TokenRequest(username: username, password: try password()))
        // Logging in twice does no harm, and the server ignores a key here.
        request.idempotencyKey = nil
        request.isSafe = true
        let answer = try await Connection(server: server, token: nil).send(request).decoded(as: TokenAnswer.self)
        try Credentials(server: server, username: username, token: answer.token, expiresAt: answer.expiresAt).store()
        if common.json {
            try Terminal.print(
                json: JSON.object(["server": .string(server.text), "username": .string(username), "expiresAt": .string(answer.expiresAt)]))
        } else {
            let until = Instant(answer.expiresAt)
            Terminal.say(
                Tongue.pick(vi: "Đã đăng nhập \(server) với tên \(username), đến \(until).", en: "Logged in to \(server) as \(username), until \(until)."))
        }
    }

    private func password() throws(Failure) -> String {
        var text: String
        if passwordStdin {
            do {
                let bytes = try FileHandle.standardInput.read(upToCount: Self.maxPasswordBytes + 2) ?? Data()
                guard bytes.count <= Self.maxPasswordBytes, let read = String(data: bytes, encoding: .utf8) else {
                    throw Failure.local(
                        Tongue.pick(vi: "Mật khẩu quá dài hoặc không phải UTF-8.", en: "The password is too long or not UTF-8."))
                }
                text = read
            } catch let failure as Failure {
                throw failure
            } catch {
                throw .local("\(error.localizedDescription)")
            }
            // `echo` ends with a line break, which is no part of the password.
            if text.hasSuffix("\r\n") { text.removeLast() } else if text.hasSuffix("\n") { text.removeLast() }
        } else {
            guard let typed = getpass(Tongue.pick(vi: "Mật khẩu: ", en: "Password: ")) else {
                throw .local(Tongue.pick(vi: "Không đọc được mật khẩu.", en: "Could not read the password."))
            }
            text = String(cString: typed)
        }
        return text.precomposedStringWithCanonicalMapping
    }
}
