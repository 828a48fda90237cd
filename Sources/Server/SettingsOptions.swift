import ArgumentParser
import Foundation

/// The flags that every verb takes.
struct SettingsOptions: ParsableArguments {
    @Option(help: "Data folder.") var data: String?
    @Option(help: "Folder with Templates and Storage/Schema.") var home: String?
    @Option(help: "HOST:PORT.") var listen: String?
    @Option(help: "Database URL.") var database: String?
    @Option(help: "Folder of PEM trust anchors.") var trust: String?
    @Option(help: "Path of ecabinet-worker.") var worker: String?
    @Option(name: .customLong("tls-cert"), help: "PEM certificate chain.") var tlsCert: String?
    @Option(name: .customLong("tls-key"), help: "PEM private key.") var tlsKey: String?
    @Option(help: "Addresses of proxies that are believed.") var proxy: String?
    @Option(help: "Least level that is logged.") var logLevel: String?
    @Option(help: "File of settings (flat JSON).") var config: String?

    var flags: [String: String] {
        let all: [(String, String?)] = [
            ("data", data), ("home", home), ("listen", listen), ("database", database), ("trust", trust), ("worker", worker), ("tls.cert", tlsCert),
            ("tls.key", tlsKey), ("proxy", proxy), ("log.level", logLevel),
        ]
        return Dictionary(uniqueKeysWithValues: all.compactMap { key, value in value.map { (key, $0) } })
    }
}

/// `ecabinet-server config`: the table of settings as they are now.
struct ShowConfiguration: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "config", abstract: "Print every setting with its value.")
    @OptionGroup var options: SettingsOptions

    func run() throws {
        try Sentences.exiting {
            for row in try Settings(options).rows {
                let name = row.key.padding(toLength: 14, withPad: " ", startingAt: 0)
                print("\(name) \(row.value.isEmpty ? "–" : row.value)  (\(row.meaning))")
            }
        }
    }
}
