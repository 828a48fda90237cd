import Foundation

/// A frame from the client (contract §4).
enum ClientFrame: Equatable, Sendable {
    case subscribe(stream: String, epoch: String?, after: Int64?)
    case unsubscribe(stream: String)
    /// - Parameter data: JSON, as written again by our own encoder.
    case signal(stream: String, name: String, data: String)

    /// Longest stream name: `meeting:` and an id of 64.
    static let maxStreamBytes = 96
    static let maxSignalNameBytes = 64
    static let maxEpochBytes = 128

    /// What is wrong with a frame, for the developer who reads `detail`.
    struct Bad: Error, Equatable { var detail: String }

    init(_ text: String) throws(Bad) {
        let envelope: Envelope
        do {
            envelope = try JSONDecoder().decode(Envelope.self, from: Data(text.utf8))
        } catch {
            throw Bad(detail: "not a JSON object of the dialect")
        }
        guard let stream = envelope.stream, Self.isName(stream, Self.maxStreamBytes) else { throw Bad(detail: "stream is missing or malformed") }
        switch envelope.type {
        case "subscribe":
            if let epoch = envelope.epoch, epoch.utf8.count > Self.maxEpochBytes { throw Bad(detail: "epoch is too long") }
            if let after = envelope.after, after < 0 { throw Bad(detail: "after is negative") }
            self = .subscribe(stream: stream, epoch: envelope.epoch, after: envelope.after)
        case "unsubscribe": self = .unsubscribe(stream: stream)
        case "signal":
            guard let name = envelope.name, Self.isName(name, Self.maxSignalNameBytes) else { throw Bad(detail: "name is missing or malformed") }
            do {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                self = .signal(stream: stream, name: name, data: String(decoding: try encoder.encode(envelope.data ?? .null), as: UTF8.self))
            } catch {
                throw Bad(detail: "data is malformed")
            }
        default: throw Bad(detail: "unknown type")
        }
    }

    private struct Envelope: Decodable {
        var type: String
        var stream: String?
        var epoch: String?
        var after: Int64?
        var name: String?
        var data: JSONValue?
    }

    /// Printable ASCII without spaces: names, ids and colons.
    private static func isName(_ text: String, _ limit: Int) -> Bool {
        (1...limit).contains(text.utf8.count) && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }
}
