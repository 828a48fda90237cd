import Foundation
import Logging
import Rules
import Store

/// A real store in a folder of its own, gone when the test ends.
final class TestStore: Sendable {
    let store: Store
    private let folder: String

    init(epoch: String = "e1") async throws {
        folder = NSTemporaryDirectory() + "push-" + UUID().uuidString
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        store = try Store(.init(folder: folder, schemaFolder: root.path + "/Storage/Schema"), logger: .quiet)
        try await store.write { tx in _ = try tx.execute("INSERT INTO folder (id, epoch) VALUES (1, \(epoch))") }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// - Returns: the last `seq`.
    @discardableResult
    func append(
        to stream: StreamID, kind: String = "announcement.posted", audience: Audience, count: Int = 1, body: String = "{}"
    ) async throws -> Int64 {
        try await store.write { tx in
            var seq = try tx.lock(stream)
            for _ in 0..<count {
                seq = try tx.append(to: stream, kind: kind, at: 1_763_800_200_125, actor: "clock", audience: audience.description, body: body)
            }
            return seq
        }
    }
}

extension Logger {
    static var quiet: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}

extension Grant {
    /// Grants of the one meeting these tests know.
    static let room = Grant(logged: "meeting:a")!
    static let chair = Grant(logged: "chair:a")!
    static func person(_ name: String) -> Grant { .person(UserID(trusted: name)) }
}

extension Audience {
    static let room = Audience(.room)
    static let chair = Audience(.chair)
}

extension StreamID {
    static let meeting = StreamID("meeting:a")
}
