import Cabinet
import Foundation
import Paper
import Rules

/// Changes the trust folder and says so in the log, with the list's new version.
enum TrustChange {
    static let nameLength = 1...100

    static func add(_ name: String, pem: String, in house: OpenHouse) async throws -> OperatorVerb.Answer {
        guard nameLength.contains(name.utf8.count), !name.contains("/"), !name.hasPrefix(".") else { throw ExitWithSentence.refused("\(name) is no name for an anchor.") }
        do {
            _ = try await TrustFolder(folder: house.settings.trust).add(name, pem: pem)
        } catch TrustFolder.Problem.taken {
            throw ExitWithSentence.refused("There is an anchor \(name) already.")
        } catch TrustFolder.Problem.noCertificate {
            throw ExitWithSentence.refused("\(name) holds no PEM certificate.")
        } catch TrustFolder.Problem.notWritable {
            throw ExitWithSentence.refused("\(house.settings.trust) cannot be written.")
        }
        return try await told("added", name, in: house)
    }

    static func remove(_ name: String, in house: OpenHouse) async throws -> OperatorVerb.Answer {
        do {
            _ = try await TrustFolder(folder: house.settings.trust).remove(name)
        } catch TrustFolder.Problem.unknown {
            throw ExitWithSentence.refused("There is no anchor \(name).")
        } catch TrustFolder.Problem.notWritable {
            throw ExitWithSentence.refused("\(house.settings.trust) cannot be written.")
        }
        return try await told("removed", name, in: house)
    }

    private static func told(_ what: String, _ name: String, in house: OpenHouse) async throws -> OperatorVerb.Answer {
        let version = try await TrustFolder(folder: house.settings.trust).current().version
        _ = try await house.cabinet.perform(NoteTrustChange(anchor: name, change: what, version: version), as: .operator)
        return OperatorVerb.Answer(lines: ["\(what) \(name); version \(version)"])
    }
}
