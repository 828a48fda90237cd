import ArgumentParser
import Glibc

/// The server and the operator's verbs. The only place where the parts are put together.
@main
struct ECabinetServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ecabinet-server",
        abstract: "Paperless meetings: agenda, documents with verified signatures, votes, minutes.",
        subcommands: [
            Serve.self, ShowConfiguration.self, UserCommand.self, TokenCommand.self, TrustCommand.self, BackupCommand.self, RestoreCommand.self, LogCommand.self,
        ],
        defaultSubcommand: Serve.self)

    static func main() async {
        // Whatever is created belongs to the server's user alone.
        umask(0o077)
        await main(nil)
    }
}
