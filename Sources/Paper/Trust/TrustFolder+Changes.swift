#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import NIOPosix

/// Changes of the folder by the operator's verbs; they stand in the log.
extension TrustFolder {
    /// Why a change was not made.
    public enum Problem: Error, Sendable, Equatable {
        /// Lower-case letters, digits, dots and hyphens, ending in `.pem` or `.crt`.
        case badName
        /// Nothing between the PEM marks can be a certificate, or too much.
        case noCertificate
        case taken
        /// The operator keeps the folder to himself.
        case notWritable
        case unknown
    }

    public static let maxNameLength = 100

    public static func isName(_ name: String) -> Bool {
        guard name.utf8.count <= maxNameLength, name.hasSuffix(".pem") || name.hasSuffix(".crt"), !name.hasPrefix(".") else { return false }
        return name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "." || $0 == "-" || $0 == "_") }
    }

    /// Puts an anchor into the folder, whole or not at all. Throws `Problem`.
    /// - Returns: the version of the list with it.
    public func add(_ name: String, pem: String) async throws -> String {
        let bytes = Array(pem.utf8)
        guard bytes.count <= Self.maxAnchorBytes, !AnchorFile(bytes).fingerprints.isEmpty else { throw Problem.noCertificate }
        let folder = folder
        try await threads.runIfActive {
            let place = folder + "/" + name
            guard !FileManager.default.fileExists(atPath: place) else { throw Problem.taken }
            do {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                try Data(bytes).write(to: URL(fileURLWithPath: place), options: .atomic)
            } catch {
                throw Problem.notWritable
            }
        }
        return try await current().version
    }

    /// Takes an anchor out of the folder. Throws `Problem`: `unknown`, `notWritable`.
    public func remove(_ name: String) async throws -> String {
        guard try await current().anchors.contains(name) else { throw Problem.unknown }
        let place = folder + "/" + name
        try await threads.runIfActive {
            do { try FileManager.default.removeItem(atPath: place) } catch { throw Problem.notWritable }
        }
        return try await current().version
    }
}
