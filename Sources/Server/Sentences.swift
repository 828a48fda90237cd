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
        if let exit = error as? ExitCode { return exit }
        let (sentence, code) = sentence(error)
        FileHandle.standardError.write(Data((sentence + "\n").utf8))
        return ExitCode(code)
    }

    /// What to say of an error, and with which code to exit.
    static func sentence(_ error: any Error) -> (String, Int32) {
        switch error {
        case let told as ExitWithSentence: (told.description, told.code.rawValue)
        case let refusal as Refusal: (sentence(refusal), 2)
        case StoreFault.newerFolder(let version, let known):
            ("The data folder was written by a newer program (schema \(version), this one knows \(known)). Nothing was changed; start the newer program.", 1)
        case StoreFault.folderInUse(let folder): ("\(folder) is in use by another ecabinet-server.", 1)
        case let fault as CocoaError: (fault.localizedDescription, 1)
        default: ("\(error)", 1)
        }
    }

    private static func sentence(_ refusal: Refusal) -> String {
        let fields = refusal.fields.map { "\($0.pointer.drop { $0 == "/" }): \($0.reason) \($0.parameters.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: " "))" }
        return ([refusal.code.rawValue] + fields).joined(separator: "; ")
    }
}
