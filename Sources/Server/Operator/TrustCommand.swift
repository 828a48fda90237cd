import ArgumentParser
import Foundation
import Paper

/// `ecabinet-server trust list|add|remove`: the anchors in the trust folder. Verdicts are made again when the list changes.
struct TrustCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "trust", abstract: "Trust anchors.", subcommands: [List.self, Add.self, Remove.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Version of the list and its files.")
        @OptionGroup var options: SettingsOptions

        func run() async throws {
            try await Sentences.exiting {
                let list = try await TrustFolder(folder: try Settings(options).trust).current()
                print("version \(list.version)")
                for name in list.anchors + list.revocationLists { print(name) }
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Copy a PEM certificate into the trust folder.")
        @OptionGroup var options: SettingsOptions
        @Argument(help: "PEM file.") var file: String

        func run() async throws {
            try await Sentences.exiting {
                let folder = try Settings(options).trust
                let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
                guard String(decoding: bytes, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----") else {
                    throw ExitWithSentence.refused("\(file) holds no PEM certificate.")
                }
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                let name = (URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent) + ".pem"
                let place = folder + "/" + name
                guard !FileManager.default.fileExists(atPath: place) else { throw ExitWithSentence.refused("There is an anchor \(name) already.") }
                try bytes.write(to: URL(fileURLWithPath: place), options: .atomic)
                print("added \(name); version \(try await TrustFolder(folder: folder).current().version)")
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take an anchor out of the trust folder.")
        @OptionGroup var options: SettingsOptions
        @Argument(help: "File name as `trust list` shows it.") var name: String

        func run() async throws {
            try await Sentences.exiting {
                let folder = try Settings(options).trust
                guard try await TrustFolder(folder: folder).current().anchors.contains(name) else { throw ExitWithSentence.refused("There is no anchor \(name).") }
                try FileManager.default.removeItem(atPath: folder + "/" + name)
                print("removed \(name); version \(try await TrustFolder(folder: folder).current().version)")
            }
        }
    }
}
