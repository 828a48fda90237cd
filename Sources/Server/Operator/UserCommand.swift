import ArgumentParser
import Cabinet
import Foundation
import NIOPosix
import Rules

/// `ecabinet-server user add|list|disable|password`.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Accounts: works with the server stopped or running.", subcommands: [Add.self, List.self, Disable.self, Password.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add an account; the password comes on standard input.")
        @OptionGroup var options: SettingsOptions
        @Option(help: "Lower case letters, digits, . - _ @.") var username: String
        @Option(help: "Full name.") var name: String
        @Option(help: "admin, secretary, leader, member, officer, auditor or integration.") var role: String
        @Option(help: "Office held, for example Chủ tịch.") var title: String = ""
        @Flag(help: "Read the password from standard input.") var passwordStdin = false

        func run() async throws {
            try await Sentences.exiting {
                guard let role = AccountRole(rawValue: role) else {
                    throw ExitWithSentence.usage("--role is one of \(AccountRole.allCases.map(\.rawValue).joined(separator: ", ")).")
                }
                let hash = try await PasswordInput.hash(passwordStdin, options)
                try await OperatorClient.perform(.addUser(username: username, name: name, title: title, role: role, passwordHash: hash), options)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List accounts: username, role, state, name, title.")
        @OptionGroup var options: SettingsOptions
        func run() async throws { try await Sentences.exiting { try await OperatorClient.perform(.listUsers, options) } }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shut an account out and end its sessions.")
        @OptionGroup var options: SettingsOptions
        @Option(help: "Username.") var username: String
        func run() async throws { try await Sentences.exiting { try await OperatorClient.perform(.disableUser(username: username), options) } }
    }

    struct Password: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Set a password; it comes on standard input.")
        @OptionGroup var options: SettingsOptions
        @Option(help: "Username.") var username: String
        @Flag(help: "Read the password from standard input.") var passwordStdin = false

        func run() async throws {
            try await Sentences.exiting {
                try await OperatorClient.perform(.setPassword(username: username, passwordHash: try await PasswordInput.hash(passwordStdin, options)), options)
            }
        }
    }
}

/// A password never stands in an argument list, where every process can read it.
enum PasswordInput {
    static func hash(_ fromStandardInput: Bool, _ options: SettingsOptions) async throws -> String {
        guard fromStandardInput else { throw ExitWithSentence.usage("Give the password on standard input with --password-stdin.") }
        guard let password = readLine(strippingNewline: true), !password.isEmpty else { throw ExitWithSentence.usage("Standard input holds no password.") }
        let threads = NIOThreadPool(numberOfThreads: 1)
        threads.start()
        let hash = try await PasswordHash(cost: try Settings(options).passwordCost, threads: threads).make(password)
        try await threads.shutdownGracefully()
        return hash
    }
}

/// `ecabinet-server token create`.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "token", abstract: "Long-lived tokens for other systems.", subcommands: [Create.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make a token and print it once.")
        @OptionGroup var options: SettingsOptions
        @Option(help: "Account in whose name it acts.") var user: String
        @Option(help: "verify, reports, read or all.") var scope: String
        @Option(help: "Days it is good for.") var days: Int64

        func run() async throws {
            try await Sentences.exiting {
                guard let scope = TokenScope(rawValue: scope) else {
                    throw ExitWithSentence.usage("--scope is one of \(TokenScope.allCases.map(\.rawValue).joined(separator: ", ")).")
                }
                try await OperatorClient.perform(.createToken(username: user, scope: scope, days: days), options)
            }
        }
    }
}

/// `ecabinet-server log verify`.
struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "log", abstract: "The hash-chained log.", subcommands: [Verify.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Check every chain against its stream head and the newest checkpoint; exit 1 names the first bad row.")
        @OptionGroup var options: SettingsOptions
        func run() async throws { try await Sentences.exiting { try await OperatorClient.perform(.verifyLog, options) } }
    }
}
