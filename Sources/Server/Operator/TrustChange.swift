import Cabinet
import Foundation
import Paper
import Rules

/// The operator's side of the trust list: files of the trust folder, and what administrators uploaded. Each change stands in the log with the list's new version.
enum TrustChange {
    static let nameLength = 1...100

    static func add(_ name: String, pem: String, in house: OpenHouse) async throws -> OperatorVerb.Answer {
        guard nameLength.contains(name.utf8.count), !name.contains("/"), !name.hasPrefix(".") else { throw ExitWithSentence.refused("\(name) is no name for an anchor.") }
        let trust = try trust(of: house)
        guard try await !trust.current().stored.contains(where: { $0.name == name }) else { throw ExitWithSentence.refused("There is an uploaded anchor \(name) already.") }
        do {
            _ = try await trust.folder.add(name, pem: pem)
        } catch TrustFolder.Problem.taken {
            throw ExitWithSentence.refused("There is an anchor \(name) already.")
        } catch TrustFolder.Problem.noCertificate {
            throw ExitWithSentence.refused("\(name) holds no PEM certificate.")
        } catch TrustFolder.Problem.notWritable {
            throw ExitWithSentence.refused("\(house.settings.trust) cannot be written.")
        }
        return try await told("added", name, in: house, trust)
    }

    static func remove(_ name: String, in house: OpenHouse) async throws -> OperatorVerb.Answer {
        let trust = try trust(of: house)
        let list = try await trust.current()
        if list.stored.contains(where: { $0.name == name }) {
            _ = try await house.cabinet.perform(RemoveTrustAnchor(anchor: name, folderVersion: list.folderVersion), as: .operator)
            return OperatorVerb.Answer(lines: ["removed \(name); version \(try await trust.current().version)"])
        }
        do {
            _ = try await trust.folder.remove(name)
        } catch TrustFolder.Problem.unknown {
            throw ExitWithSentence.refused("There is no anchor \(name).")
        } catch TrustFolder.Problem.notWritable {
            throw ExitWithSentence.refused("\(house.settings.trust) cannot be written.")
        }
        return try await told("removed", name, in: house, trust)
    }

    /// The version, then a line a file, its name alone; under an upload, set in, by whom and when.
    static func list(of house: OpenHouse) async throws -> OperatorVerb.Answer {
        let list = try await trust(of: house).current()
        let stored = try await house.cabinet.read { tx in try TrustAnchors.stored(in: tx) }
        return OperatorVerb.Answer(
            lines: ["version \(list.version)"] + list.anchors + stored.flatMap { [$0.name, "  uploaded by \($0.addedBy ?? "the operator"), \($0.addedAt.rfc3339)"] }
                + list.revocationLists)
    }

    private static func trust(of house: OpenHouse) throws -> Trust {
        Trust(folder: try TrustFolder(folder: house.settings.trust), contentFolder: house.settings.data + "/documents", cabinet: house.cabinet)
    }

    private static func told(_ what: String, _ name: String, in house: OpenHouse, _ trust: Trust) async throws -> OperatorVerb.Answer {
        let version = try await trust.current().version
        _ = try await house.cabinet.perform(NoteTrustChange(anchor: name, change: what, version: version), as: .operator)
        return OperatorVerb.Answer(lines: ["\(what) \(name); version \(version)"])
    }
}
