import ArgumentParser
import Foundation
import Rules
import Store

/// Errors as sentences on stderr, with the exit code that belongs to them.
enum Sentences {
    static func exiting(_ body: () throws -> Void) throws {
        do { try body() } catch { throw tell(error) }
    }

    static func exiting(_ body: () async throws -> Void) async throws {
        do { try await body() } catch { throw tell(error) }
    }

    private static func tell(_ error: any Error) -> any Error {
        let sentence: String
        let code: ExitCode
        switch error {
        case let exit as ExitCode: return exit
        case let told as ExitWithSentence: (sentence, code) = (told.description, told.code)
        case let refusal as Refusal: (sentence, code) = (Self.sentence(refusal), ExitCode(2))
        case StoreFault.newerFolder(let version, let known):
            (sentence, code) = ("The data folder was written by a newer program (schema \(version), this one knows \(known)). Nothing was changed; start the newer program.", ExitCode(1))
        case StoreFault.folderInUse(let folder):
            (sentence, code) = ("\(folder) is in use by another ecabinet-server.", ExitCode(1))
        default: (sentence, code) = ("\(error)", ExitCode(1))
        }
        FileHandle.standardError.write(Data((sentence + "\n").utf8))
        return code
    }

    private static func sentence(_ refusal: Refusal) -> String {
        let fields = refusal.fields.map { "\($0.pointer.drop { $0 == "/" }): \($0.reason) \($0.parameters.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: " "))" }
        return ([refusal.code.rawValue] + fields).joined(separator: "; ")
    }
}
