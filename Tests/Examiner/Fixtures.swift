import Foundation
import PaperWire

/// Where the sample documents lie, and the policy they are judged by.
enum Fixtures {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")
    static let signatures = folder.appendingPathComponent("signatures")
    static let forgeries = folder.appendingPathComponent("forgeries")

    /// 5 March 2026, the day after the samples were signed.
    static let dayAfterMS: Int64 = 1_772_668_800_000

    static func policy(_ trust: URL, atMS: Int64 = dayAfterMS, revocation: VerificationPolicy.Revocation = .soft) -> VerificationPolicy {
        VerificationPolicy(trustFolder: trust.appendingPathComponent("trust").path, trustVersion: "test", atMS: atMS, revocation: revocation)
    }

    static func sample(_ name: String) -> String { signatures.appendingPathComponent(name).path }
    static func forgery(_ name: String) -> String { forgeries.appendingPathComponent(name).path }

    static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

    /// Runs `body` with the path of a file that holds `bytes` and is gone afterwards.
    @discardableResult
    static func withFile<R>(_ bytes: [UInt8], _ body: (String) throws -> R) throws -> R {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("ecabinet-examiner-\(UUID().uuidString)")
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try body(url.path)
    }
}
