import ArgumentParser
import Foundation

/// `ecabinet-server backup FILE`: online, while the server works.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "backup", abstract: "Write a backup: database, documents, trust; never keys.")
    @OptionGroup var options: SettingsOptions
    @Argument(help: "File to write; never overwritten.") var file: String

    func run() async throws {
        try await Sentences.exiting {
            try await OperatorClient.perform(.backup(file: URL(fileURLWithPath: file).standardizedFileURL.path), options)
        }
    }
}

/// `ecabinet-server restore FILE`: into an empty data folder.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "restore", abstract: "Unpack a backup into an empty data folder and check it whole.")
    @OptionGroup var options: SettingsOptions
    @Argument(help: "File that `backup` wrote.") var file: String

    func run() async throws {
        try await Sentences.exiting {
            for line in try await Restore.run(file, try Settings(options)) { print(line) }
        }
    }
}
