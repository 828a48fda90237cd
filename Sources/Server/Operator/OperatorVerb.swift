import Cabinet
import Crypto
import Foundation
import Paper
import Proof
import Rules
import Store

/// What an operator asks of a data folder: through `DIR/admin.sock` while the server runs, else under `DIR/lock`. The same
/// door either way, never two writers.
enum OperatorVerb: Codable, Sendable {
    case addUser(username: String, name: String, title: String, role: AccountRole, passwordHash: String)
    case listUsers
    case disableUser(username: String)
    case setPassword(username: String, passwordHash: String)
    case createToken(username: String, scope: TokenScope, days: Int64)
    case backup(file: String)
    case verifyLog
    case addTrust(name: String, pem: String)
    case removeTrust(name: String)
    case listTrust

    /// The lines to print, and whether all is well.
    struct Answer: Codable, Sendable {
        var lines: [String]
        var isGood = true
    }

    func perform(in house: OpenHouse) async throws -> Answer {
        let cabinet = house.cabinet
        switch self {
        case .addUser(let username, let name, let title, let role, let passwordHash):
            let id = UserID(trusted: cabinet.surroundings.newID())
            _ = try await cabinet.perform(
                AddAccount(id: id, username: username, name: name, title: title, role: role, unit: nil, passwordHash: passwordHash), as: .operator)
            return Answer(lines: ["\(username.lowercased()) \(id)"])
        case .listUsers:
            var lines: [String] = []
            var after: String?
            repeat {
                let cursor = after
                let page = try await cabinet.read { tx in try Accounts.list(for: .operator, after: cursor, limit: 200, in: tx) }
                lines += page.items.map { "\($0.username)\t\($0.role.rawValue)\t\($0.disabled ? "disabled" : "active")\t\($0.name)\t\($0.title)" }
                after = page.next
            } while after != nil
            return Answer(lines: lines)
        case .disableUser(let username):
            _ = try await cabinet.perform(DisableAccount(account: try await account(username, cabinet).id), as: .operator)
            return Answer(lines: ["\(username) is disabled; every session of it has ended."])
        case .setPassword(let username, let passwordHash):
            _ = try await cabinet.perform(ChangePassword(account: try await account(username, cabinet).id, passwordHash: passwordHash), as: .operator)
            return Answer(lines: ["The password of \(username) is changed; every session of it has ended."])
        case .createToken(let username, let scope, let days):
            guard (1...StartSession.maxTokenDays).contains(days) else { throw ExitWithSentence.usage("--days is 1 to \(StartSession.maxTokenDays).") }
            let secret = Data(cabinet.surroundings.random(32)).base64EncodedString().replacingOccurrences(of: "+", with: "-")
                .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
            let command = StartSession(
                id: cabinet.surroundings.newID(), secretHash: Sessions.hash(secret), account: try await account(username, cabinet).id, kind: .token, scope: scope,
                label: "ecabinet-server token create", expiresAt: cabinet.surroundings.now() + days * 86_400)
            _ = try await cabinet.perform(command, as: .operator)
            return Answer(lines: [secret])
        case .backup(let file):
            return Answer(lines: [try await Backup.write(to: file, of: house)])
        case .addTrust(let name, let pem): return try await TrustChange.add(name, pem: pem, in: house)
        case .removeTrust(let name): return try await TrustChange.remove(name, in: house)
        case .listTrust: return try await TrustChange.list(of: house)
        case .verifyLog:
            let finding = try await cabinet.read { tx in try LogVerifier.verify(in: tx) }
            if let fault = finding.fault { return Answer(lines: [fault], isGood: false) }
            let own = Hex.encode(house.signingKey.publicKey)
            let key = finding.checkpointKey.map { $0 == own ? "by this server's key" : "by another key, \($0.prefix(16))…: right after a restore without keys" }
            return Answer(lines: ["\(finding.events) events in \(finding.streams) streams: every chain is whole; newest checkpoint \(key ?? "none yet")."])
        }
    }

    private func account(_ username: String, _ cabinet: Cabinet) async throws -> AccountView {
        guard let account = try await cabinet.read({ tx in try Accounts.account(named: username, in: tx) }) else {
            throw ExitWithSentence.refused("There is no account \(username).")
        }
        return account
    }
}
