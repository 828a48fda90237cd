#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import PaperWire

/// Values of the wire as JSON bytes.
enum PaperWireJSON {
    static func encode(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        return [UInt8](try encoder.encode(value))
    }

    /// Nil where the payload is no reply: then the worker is broken, and why its JSON is bad helps nobody.
    static func reply(_ payload: [UInt8]) -> Reply? {
        do {
            return try JSONDecoder().decode(Reply.self, from: Data(payload))
        } catch {
            return nil
        }
    }
}
