import Cabinet
import Foundation
import Paper
import Rules

/// Changes the trust folder and says so in the log, with the list's new version.
enum TrustChange {
    static let nameLength = 1...100

    static func add(_ name: String, pem: String, in house: OpenHouse) async throws -> OperatorVerb.Answer {
        guard pem.contains("-----BEGIN CERTIFICATE-----") else { throw ExitWithSentence.refused("\(name) holds no PEM certificate.") }
        guard nameLength.contains(name.utf8.count), !name.contains("/"), !name.hasPrefix(".") else { throw ExitWithSentence.refused("\(name) is no name for an anchor.") }
        let folder = house.settings.trust
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let place = folder + "/" + name
        guard !FileManager.default.fileExists(atPath: place) else { throw ExitWithSentence.refused("There is an anchor \(name) already.") }
        try Data(pem.utf8).write(to: URL(fileURLWithPath: place), options: .atomic)
        return try await told("added", name, in: house)
    }

    static func remove(_ name: String, in house: OpenHouse) async throws -> OperatorVerb.Answer {
        guard try await TrustFolder(folder: house.settings.trust).current().anchors.contains(name) else { throw ExitWithSentence.refused("There is no anchor \(name).") }
        try FileManager.default.removeItem(atPath: house.settings.trust + "/" + name)
        return try await told("removed", name, in: house)
    }

    private static func told(_ what: String, _ name: String, in house: OpenHouse) async throws -> OperatorVerb.Answer {
        let version = try await TrustFolder(folder: house.settings.trust).current().version
        _ = try await house.cabinet.perform(NoteTrustChange(anchor: name, change: what, version: version), as: .operator)
        return OperatorVerb.Answer(lines: ["\(what) \(name); version \(version)"])
    }
}
