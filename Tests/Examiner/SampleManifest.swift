import Foundation
import Testing

/// The manifest that came with the samples: what each file is, and how it must be judged.
struct SampleManifest: Decodable {
    struct Signature: Decodable {
        var signer: String
        var indication: String
        var coversWholeDocument: Bool
        var coversAccept: [Bool]?
        var subIndications: [String]
        var isSeal: Bool?
        var hasTimestamp: Bool?
        var modification: String?
    }

    struct Sample: Decodable, CustomTestStringConvertible {
        var file: String
        var kind: String
        var expected: String
        var expectedHardRevocation: String
        var subIndications: [String]
        var signatures: [Signature]
        var content: String?
        var testDescription: String { file }
    }

    var files: [Sample]

    static let samples: [Sample] = load(Fixtures.signatures.appendingPathComponent("manifest.json"), SampleManifest.self)?.files ?? []

    static func load<T: Decodable>(_ url: URL, _ type: T.Type) -> T? {
        do {
            return try JSONDecoder().decode(type, from: try Data(contentsOf: url))
        } catch {
            Issue.record("\(url.lastPathComponent): \(error)")
            return nil
        }
    }
}
