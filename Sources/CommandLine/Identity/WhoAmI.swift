import ArgumentParser
import Rules
import Wire

/// `ecabinet whoami`: the account the token belongs to.
struct WhoAmI: ServerCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "whoami", abstract: Tongue.pick(vi: "Tài khoản đang dùng.", en: "The account in use."))
    }

    @OptionGroup var common: CommonOptions

    func perform(on connection: Connection) async throws(Failure) -> Outcome {
        let answer = try await connection.send(.get(Target("me")))
        try show(answer, as: Me.self) { me in
            let title: TerminalText = me.title.map { ", \($0)" } ?? ""
            return ["\(me.name, .bold)\(title)", "\(me.username) · \(me.role.rawValue) · \(connection.server)"]
                + me.bodies.map { "  \($0.bodyId) · \($0.role.rawValue)" }
        }
        return .done
    }
}
