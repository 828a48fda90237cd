import Foundation

/// What is said to a mail server and what it has to answer (RFC 5321, RFC 3207, RFC 4954): a value, without a socket.
///
/// Give it each whole answer; it says what comes next. After STARTTLS everything the server told before counts no more.
struct SMTPDialogue: Sendable {
    enum Step: Sendable, Equatable {
        case say(String)
        /// The same, and never into a log.
        case saySecretly(String)
        /// Both sides turn to TLS; then `secured()`.
        case turnToTLS
        case done
    }

    struct Failed: Error, Equatable, CustomStringConvertible {
        var description: String
    }

    private enum State: Sendable {
        case greeting, hello, startTLS, handshake, plain, loginName, loginPassword, from, to, data, text, quit, over
    }

    private let relay: SMTPRelay
    private let recipient: String
    private let message: String
    private var state = State.greeting
    private var isSecure: Bool

    /// - Parameter message: the letter's lines, none of which begins with a dot.
    init(relay: SMTPRelay, recipient: String, message: String) {
        self.relay = relay
        self.recipient = recipient
        self.message = message
        isSecure = relay.protection == .tls
    }

    /// An answer's lines, each with its code; the last one has a space behind it (RFC 5321 §4.2.1).
    mutating func heard(_ lines: [String]) throws(Failed) -> Step {
        let code = Int((lines.last ?? "").prefix(3)) ?? 0
        switch state {
        case .greeting:
            try expect(220, code)
            return next(.hello, "EHLO localhost")
        case .hello:
            try expect(250, code)
            return try afterHello(Self.capabilities(lines))
        case .startTLS:
            try expect(220, code)
            state = .handshake
            return .turnToTLS
        case .loginName:
            try expect(334, code)
            state = .loginPassword
            return .saySecretly(Self.base64(relay.account!.username))
        case .loginPassword:
            if code == 334 { return .saySecretly(Self.base64(relay.account!.password)) }
            try expect(235, code)
            return letter()
        case .plain:
            try expect(235, code)
            return letter()
        case .from:
            try expect(250, code)
            return next(.to, "RCPT TO:<\(recipient)>")
        case .to:
            try expect(250, code)
            return next(.data, "DATA")
        case .data:
            try expect(354, code)
            return next(.text, message + "\r\n.")
        case .text:
            try expect(250, code)
            return next(.quit, "QUIT")
        case .quit, .over:
            state = .over
            return .done
        case .handshake: throw Failed(description: "the mail server spoke before TLS was there")
        }
    }

    /// TLS is there: the server is asked anew what it can do.
    mutating func secured() -> Step {
        isSecure = true
        return next(.hello, "EHLO localhost")
    }

    private mutating func afterHello(_ capabilities: [String: Set<String>]) throws(Failed) -> Step {
        if relay.protection == .startTLS, !isSecure {
            guard capabilities["STARTTLS"] != nil else { throw Failed(description: "the mail server offers no STARTTLS; nothing was sent") }
            return next(.startTLS, "STARTTLS")
        }
        guard let account = relay.account else { return letter() }
        guard isSecure else { throw Failed(description: "no password goes over an open line") }
        let ways = capabilities["AUTH"] ?? []
        if ways.contains("PLAIN") {
            state = .plain
            return .saySecretly("AUTH PLAIN " + Self.base64("\0\(account.username)\0\(account.password)"))
        }
        guard ways.contains("LOGIN") else { throw Failed(description: "the mail server knows neither AUTH PLAIN nor AUTH LOGIN") }
        return next(.loginName, "AUTH LOGIN")
    }

    private mutating func letter() -> Step { next(.from, "MAIL FROM:<\(relay.from)>") }

    private mutating func next(_ state: State, _ line: String) -> Step {
        self.state = state
        return .say(line)
    }

    private func expect(_ wanted: Int, _ code: Int) throws(Failed) {
        guard code == wanted else { throw Failed(description: "the mail server said \(code) instead of \(wanted) (\(state))") }
    }

    /// Keywords of the answer to EHLO, with their parameters, in capitals.
    private static func capabilities(_ lines: [String]) -> [String: Set<String>] {
        var found: [String: Set<String>] = [:]
        for line in lines.dropFirst() {
            let words = line.dropFirst(4).uppercased().split(separator: " ").map(String.init)
            if let keyword = words.first { found[keyword, default: []].formUnion(words.dropFirst()) }
        }
        return found
    }

    private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}
