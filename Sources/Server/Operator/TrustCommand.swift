import ArgumentParser
import Foundation

/// `ecabinet-server trust list|add|remove`: the trust list. What is added goes into the trust folder; uploads of administrators are listed and can be taken out. Verdicts are made again when the list changes.
struct TrustCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "trust", abstract: "Trust anchors.", subcommands: [List.self, Add.self, Remove.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Version of the list, its files and where each is kept.")
        @OptionGroup var options: SettingsOptions

        func run() async throws {
            try await Sentences.exiting {
                try await OperatorClient.perform(.listTrust, options)
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Copy a PEM certificate into the trust folder.")
        @OptionGroup var options: SettingsOptions
        @Argument(help: "PEM file.") var file: String

        func run() async throws {
            try await Sentences.exiting {
                let pem = String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
                let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent + ".pem"
                try await OperatorClient.perform(.addTrust(name: name, pem: pem), options)
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take an anchor out, of the folder or of the uploads.")
        @OptionGroup var options: SettingsOptions
        @Argument(help: "File name as `trust list` shows it.") var name: String

        func run() async throws {
            try await Sentences.exiting {
                try await OperatorClient.perform(.removeTrust(name: name), options)
            }
        }
    }
}
