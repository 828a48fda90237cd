import ArgumentParser
import Wire

/// `ecabinet logout`: ends the token at the server and forgets it here.
struct Logout: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Tongue.pick(vi: "Đăng xuất và xóa mã truy cập đã lưu.", en: "Log out and remove the stored token."))
    }

    @OptionGroup var common: CommonOptions

    mutating func run() async throws {
        do throws(Failure) {
            guard let stored = try Credentials.stored() else { throw .notLoggedIn }
            let isEnded = await Self.end(stored)
            try Credentials.forget()
            if common.json {
                try Terminal.print(json: JSON.object(["server": .string(stored.server.text), "revoked": .bool(isEnded)]))
            } else {
                Terminal.say(Tongue.pick(vi: "Đã đăng xuất khỏi \(stored.server).", en: "Logged out of \(stored.server)."))
            }
        } catch {
            try error.report(json: common.json)
            throw error.outcome.exitCode
        }
    }

    /// Whether the server no longer honours the token. The file is removed either way: that is what was asked for.
    private static func end(_ stored: Credentials) async -> Bool {
        do throws(Failure) {
            _ = try await Connection(server: stored.server, token: stored.token).send(
                Request(method: "DELETE", target: Target("tokens", "current")))
            return true
        } catch .refused(let problem) where problem.status == 401 {
            return true
        } catch {
            let until = Instant(stored.expiresAt)
            Terminal.remark(
                Tongue.pick(
                    vi: "\("Cảnh báo:", .yellow) máy chủ chưa hủy được mã truy cập, mã còn hiệu lực đến \(until): \(error.sentence)",
                    en: "\("Warning:", .yellow) the server did not end the token, which stays valid until \(until): \(error.sentence)"))
            return false
        }
    }
}
