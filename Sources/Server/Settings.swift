import ArgumentParser
import Configuration
import Foundation

/// What an operator can set, each as flag, as `ECABINET_…`, or in the file of `--config`; flag > environment > file > default.
struct Settings: Sendable {
    var data: String
    var home: String
    var host: String
    var port: Int
    var trust: String
    var worker: String
    var tlsCertificate: String?
    var tlsKey: String?
    var proxies: Set<String>
    /// Reminders by e-mail; nil: none are sent.
    var smtp: SMTPRelay?
    var logLevel: String
    /// scrypt's N.
    var passwordCost: Int

    /// One row of the table that `ecabinet-server config` prints.
    struct Row {
        var key: String
        var value: String
        var meaning: String
    }

    static let keys: [(key: String, fallback: String, meaning: String)] = [
        ("data", "Storage/data", "data folder: database, documents, keys, trust"),
        ("home", ".", "folder with Templates and Storage/Schema"),
        ("listen", "127.0.0.1:8080", "address and port; other than loopback without TLS warns"),
        ("database", "", "database URL; empty, the only choice of this build: SQLite in the data folder"),
        ("trust", "", "folder of PEM trust anchors; empty: trust in the data folder"),
        ("worker", "", "path of ecabinet-worker; empty: beside this program"),
        ("tls.cert", "", "PEM certificate chain"),
        ("tls.key", "", "PEM private key"),
        ("proxy", "", "addresses of proxies whose X-Forwarded-For and -Proto are believed, separated by commas"),
        ("smtp.host", "", "mail server for invitations and reminders, host or host:port; empty: no e-mail is sent"),
        ("smtp.from", "", "sender address of the letters"),
        ("smtp.tls", "off", "off, starttls or tls: how the mail server is reached"),
        ("smtp.username", "", "name at the mail server (AUTH PLAIN or LOGIN); wants TLS"),
        ("smtp.password.file", "", "file with the password at the mail server; or the password itself in ECABINET_SMTP_PASSWORD"),
        ("smtp.authorities", "", "PEM file of the authorities of the mail server's certificate; empty: those of this machine"),
        ("log.level", "notice", "trace, debug, info, notice, warning, error, critical"),
        ("password.cost", "32768", "scrypt N, a power of two"),
    ]

    let rows: [Row]

    init(_ options: SettingsOptions) throws {
        let path = options.config ?? ProcessInfo.processInfo.environment["ECABINET_CONFIG"]
        let file = try path.map(Self.file) ?? [:]
        let reader = ConfigReader(providers: [
            InMemoryProvider(name: "flags", values: Self.values(options.flags)),
            EnvironmentVariablesProvider().prefixKeys(with: "ecabinet"),
            InMemoryProvider(name: "file", values: Self.values(file)),
            InMemoryProvider(name: "defaults", values: Self.values(Dictionary(uniqueKeysWithValues: Self.keys.map { ($0.key, $0.fallback) }))),
        ])
        var found: [String: String] = [:]
        for (key, fallback, _) in Self.keys { found[key] = reader.string(forKey: ConfigKey(key.split(separator: ".").map(String.init)), default: fallback) }
        func value(_ key: String) -> String { found[key] ?? "" }
        func optional(_ key: String) -> String? { value(key).isEmpty ? nil : value(key) }

        guard value("database").isEmpty else {
            throw ExitWithSentence.usage("This program was built for SQLite in its data folder alone; leave --database out.")
        }
        data = Self.absolute(value("data"))
        home = Self.absolute(value("home"))
        guard FileManager.default.fileExists(atPath: home + "/Storage/Schema") else {
            throw ExitWithSentence.failed("\(home) has no Storage/Schema: --home names the folder with Templates and Storage.")
        }
        trust = optional("trust").map(Self.absolute) ?? data + "/trust"
        worker = optional("worker").map(Self.absolute) ?? Self.besideThisProgram("ecabinet-worker")
        (host, port) = try Self.address(value("listen"))
        tlsCertificate = optional("tls.cert")
        tlsKey = optional("tls.key")
        guard (tlsCertificate == nil) == (tlsKey == nil) else { throw ExitWithSentence.usage("--tls-cert and --tls-key go together.") }
        proxies = Set(value("proxy").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
        if let relay = optional("smtp.host") {
            guard let from = optional("smtp.from"), from.contains("@"), !from.contains(where: { $0.isWhitespace || $0 == "<" || $0 == ">" }) else {
                throw ExitWithSentence.usage("smtp.host needs smtp.from, the sender's address.")
            }
            guard let protection = SMTPRelay.Protection(rawValue: value("smtp.tls")) else { throw ExitWithSentence.usage("smtp.tls is off, starttls or tls.") }
            let (host, port) = relay.contains(":") ? try Self.address(relay) : (relay, protection.usualPort)
            var account: SMTPRelay.Account?
            if let username = optional("smtp.username") {
                guard protection != .off else { throw ExitWithSentence.usage("smtp.username wants smtp.tls: no password goes over an open line.") }
                account = .init(username: username, password: try Self.mailPassword(file: optional("smtp.password.file")))
            }
            let authorities = optional("smtp.authorities").map(Self.absolute)
            if let authorities, !FileManager.default.isReadableFile(atPath: authorities) { throw ExitWithSentence.usage("smtp.authorities: \(authorities) cannot be read.") }
            smtp = SMTPRelay(host: host, port: port, from: from, protection: protection, account: account, authorities: authorities)
        }
        logLevel = value("log.level")
        guard let cost = Int(value("password.cost")), cost >= 1024, cost & (cost - 1) == 0 else {
            throw ExitWithSentence.usage("password.cost is a power of two, 1024 or more.")
        }
        passwordCost = cost
        rows = Self.keys.map { Row(key: $0.key, value: value($0.key), meaning: $0.meaning) }
    }

    /// From a file, or from the environment; never from a flag, which every user of the machine can read, and never in the table of settings.
    private static func mailPassword(file: String?) throws -> String {
        let text: String
        if let file {
            guard let bytes = FileManager.default.contents(atPath: absolute(file)) else { throw ExitWithSentence.usage("smtp.password.file: \(file) cannot be read.") }
            text = String(decoding: bytes, as: UTF8.self)
        } else {
            text = ProcessInfo.processInfo.environment["ECABINET_SMTP_PASSWORD"] ?? ""
        }
        let password = text.trimmingCharacters(in: .newlines)
        guard !password.isEmpty else { throw ExitWithSentence.usage("smtp.username wants a password: smtp.password.file, or ECABINET_SMTP_PASSWORD.") }
        return password
    }

    private static func values(_ texts: [String: String]) -> [AbsoluteConfigKey: ConfigValue] {
        Dictionary(uniqueKeysWithValues: texts.map { (AbsoluteConfigKey($0.split(separator: ".").map(String.init)), ConfigValue(.string($1), isSecret: false)) })
    }

    /// A flat JSON object: `{"data": "/srv/ecabinet", "tls.cert": "…"}`.
    private static func file(_ path: String) throws -> [String: String] {
        let texts: [String: String]
        do {
            texts = try JSONDecoder().decode([String: String].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw ExitWithSentence.usage("\(path) is no JSON object of texts: \(error.localizedDescription)")
        }
        if let unknown = texts.keys.sorted().first(where: { key in !keys.contains { $0.key == key } }) {
            throw ExitWithSentence.usage("\(path): there is no setting \(unknown).")
        }
        return texts
    }

    private static func address(_ text: String) throws -> (String, Int) {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]), (0...65535).contains(port), colon != text.startIndex else {
            throw ExitWithSentence.usage("--listen takes HOST:PORT, for example 127.0.0.1:8080.")
        }
        return (String(text[..<colon]).trimmingCharacters(in: ["[", "]"]), port)
    }

    private static func absolute(_ path: String) -> String {
        URL(fileURLWithPath: (path as NSString).expandingTildeInPath).standardizedFileURL.path
    }

    private static func besideThisProgram(_ name: String) -> String {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return own.deletingLastPathComponent().appendingPathComponent(name).path
    }
}

/// A sentence for the operator and an exit code; never a stack trace.
enum ExitWithSentence: Error, CustomStringConvertible {
    case usage(String)
    case failed(String)
    case refused(String)
    /// By the running server, with its exit code.
    case told(String, code: Int32)

    var description: String {
        switch self {
        case .usage(let sentence), .failed(let sentence), .refused(let sentence), .told(let sentence, _): sentence
        }
    }

    /// 64 usage, 1 failed, 2 refused by a rule.
    var code: ExitCode {
        switch self {
        case .usage: ExitCode(64)
        case .failed: ExitCode(1)
        case .refused: ExitCode(2)
        case .told(_, let code): ExitCode(code)
        }
    }
}
