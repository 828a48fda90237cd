import ArgumentParser
import Rules
import Wire

/// `ecabinet poll …`
struct PollCommands: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "poll", abstract: Tongue.pick(vi: "Biểu quyết: xem kết quả.", en: "Polls: look at results."), subcommands: [ShowPoll.self])
    }
}

/// `ecabinet poll show`
struct ShowPoll: ServerCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: Tongue.pick(vi: "Một biểu quyết và kết quả.", en: "One poll and its result."))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp(Tongue.pick(vi: "Mã biểu quyết.", en: "Id of the poll.")))
    var poll: PollID

    func perform(on connection: Connection) async throws(Failure) -> Outcome {
        try show(try await connection.send(.get(Target("polls", poll.text))), as: Poll.self, \.lines)
        return .done
    }
}
