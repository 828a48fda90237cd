import Cabinet
import Foundation
import Glibc
import NIOPosix

/// Hands one letter to a mail server (RFC 5321): EHLO, MAIL, RCPT, DATA, QUIT, on a thread of its own. In the clear: meant for a relay on
/// this machine or in its own network.
struct SMTPSender: Sendable {
    /// How long any one answer may take, and the longest answer read.
    static let answerSeconds = 15
    static let maxAnswerBytes = 8 << 10

    struct Failed: Error, CustomStringConvertible {
        var description: String
    }

    let host: String
    let port: Int
    let from: String
    let threads: NIOThreadPool

    func send(_ letter: Letter) async throws {
        try await threads.runIfActive { try deliver(letter) }
    }

    private func deliver(_ letter: Letter) throws {
        let socket = try connected()
        defer { close(socket) }
        try expect(220, socket)
        try say("EHLO localhost", socket, expecting: 250)
        try say("MAIL FROM:<\(from)>", socket, expecting: 250)
        try say("RCPT TO:<\(letter.to)>", socket, expecting: 250)
        try say("DATA", socket, expecting: 354)
        try say(SMTPMessage.text(letter, from: from) + "\r\n.", socket, expecting: 250)
        try say("QUIT", socket, expecting: 221)
    }

    private func connected() throws -> Int32 {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &found) == 0, let first = found else { throw Failed(description: "no address for \(host)") }
        defer { freeaddrinfo(found) }
        var next: UnsafeMutablePointer<addrinfo>? = first
        while let address = next {
            let descriptor = socket(address.pointee.ai_family, address.pointee.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), address.pointee.ai_protocol)
            if descriptor >= 0 {
                var wait = timeval(tv_sec: Self.answerSeconds, tv_usec: 0)
                setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
                setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
                if connect(descriptor, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0 { return descriptor }
                close(descriptor)
            }
            next = address.pointee.ai_next
        }
        throw Failed(description: "\(host):\(port) does not answer: \(String(cString: strerror(errno)))")
    }

    private func say(_ line: String, _ socket: Int32, expecting code: Int) throws {
        var rest = Array((line + "\r\n").utf8)[...]
        while !rest.isEmpty {
            let n = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard n > 0 else { throw Failed(description: "the mail server went away") }
            rest = rest.dropFirst(n)
        }
        try expect(code, socket)
    }

    /// The last line of an answer has a space behind its code (RFC 5321 §4.2.1).
    private func expect(_ code: Int, _ socket: Int32) throws {
        var answer: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1024)
        while true {
            let n = recv(socket, &chunk, chunk.count, 0)
            guard n > 0, answer.count + n <= Self.maxAnswerBytes else { throw Failed(description: "no answer from the mail server") }
            answer += chunk[..<n]
            guard answer.last == UInt8(ascii: "\n") else { continue }
            let last = String(decoding: answer, as: UTF8.self).split(whereSeparator: \.isNewline).last ?? ""
            guard last.count >= 3, last.dropFirst(3).first != "-" else { continue }
            guard last.hasPrefix(String(code)) else { throw Failed(description: "the mail server said \(last.prefix(3)) instead of \(code)") }
            return
        }
    }
}
