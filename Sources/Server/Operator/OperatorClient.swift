import ArgumentParser
import Foundation
import Glibc
import Logging

/// Carries a verb to the folder: to the running server, else under the lock.
enum OperatorClient {
    static func perform(_ verb: OperatorVerb, _ options: SettingsOptions) async throws {
        let settings = try Settings(options)
        let answer: OperatorVerb.Answer
        if let socket = connect(to: AdminSocket.path(in: settings.data)) {
            answer = try ask(socket, verb)
        } else {
            var logger = Logger(label: "ecabinet")
            logger.logLevel = .warning
            let house = try await OpenHouse.open(settings, logger: logger)
            answer = try await verb.perform(in: house)
            try await house.close()
        }
        for line in answer.lines { print(line) }
        if !answer.isGood { throw ExitCode.failure }
    }

    /// Nil when no server listens.
    private static func connect(to path: String) -> Int32? {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
        guard connected == 0 else {
            close(descriptor)
            return nil
        }
        return descriptor
    }

    private static func ask(_ descriptor: Int32, _ verb: OperatorVerb) throws -> OperatorVerb.Answer {
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: try JSONEncoder().encode(verb) + Data("\n".utf8))
        guard let line = try file.readToEnd() else { throw ExitWithSentence.failed("The server closed the connection without an answer.") }
        let reply = try JSONDecoder().decode(AdminSocket.Reply.self, from: line)
        if let sentence = reply.sentence { throw ExitWithSentence.told(sentence, code: reply.code ?? 1) }
        guard let answer = reply.answer else { throw ExitWithSentence.failed("The server gave no answer.") }
        return answer
    }
}
