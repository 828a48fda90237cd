import ArgumentParser
import Foundation

/// A command that asks the server something; failures become one sentence and an exit code, never a stack trace.
protocol ServerCommand: AsyncParsableCommand {
    var common: CommonOptions { get }
    func perform(on connection: Connection) async throws(Failure) -> Outcome
}

extension ServerCommand {
    mutating func run() async throws {
        let json = common.json
        let outcome: Outcome
        do throws(Failure) {
            outcome = try await perform(on: try Connection.fromSurroundings())
        } catch {
            try error.report(json: json)
            outcome = error.outcome
        }
        if outcome != .done { throw outcome.exitCode }
    }

    /// The server's own JSON for programs, else the text for people.
    func show<Body: Decodable>(_ answer: Answer, as type: Body.Type, _ text: (Body) -> [TerminalText]) throws(Failure) {
        if common.json {
            try Terminal.print(json: try answer.decoded(as: JSON.self))
        } else {
            for line in text(try answer.decoded(as: type)) { Terminal.say(line) }
        }
    }
}
