public import Cabinet
import Foundation
public import Hummingbird
public import Rules

/// What a successful sign-in gives: the secret is told once and kept nowhere.
public struct SignedIn: Sendable {
    public var secret: String
    public var expiresAt: Timestamp
    public var account: AccountView
}

extension Dependencies {
    /// Checks a password and starts a session or token.
    /// - Throws: `auth.failed` alike for an unknown name, a wrong password and a disabled account; `auth.throttled` after too many failures.
    public func signIn(username: String, password: String, kind: SessionKind, label: String, context: AppContext) async throws -> SignedIn {
        let now = context.arrivedAt
        let name = username.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespaces)
        guard !name.utf8.contains(0) else { throw Refusal(.authFailed) }
        try throttle.attempt(account: name, address: context.address, at: now)
        let known = try await cabinet.read { tx in try Accounts.passwordHash(of: name, in: tx) }
        // An unknown name costs the same time as a known one.
        let matches = try await passwords.matches(password, known?.hash ?? passwords.decoy)
        guard let account = known?.account, matches, !account.disabled else {
            throw Refusal(.authFailed)
        }
        throttle.succeeded(account: name, address: context.address, at: now)
        let hours = account.role == .screen ? StartSession.screenHours : kind == .browser ? StartSession.browserHours : StartSession.tokenHours
        return try await startSession(
            account: account, kind: kind, scope: .all, label: label, expiresAt: now + hours * 3600, as: .person(.init(id: account.id, role: account.role)))
    }

    func startSession(account: AccountView, kind: SessionKind, scope: TokenScope, label: String, expiresAt: Timestamp, as caller: Caller) async throws -> SignedIn {
        let secret = Secret.make(cabinet.surroundings.random)
        let command = StartSession(
            id: cabinet.surroundings.newID(), secretHash: Sessions.hash(secret), account: account.id, kind: kind, scope: scope,
            label: String(label.prefix(Text.nameLength)), expiresAt: expiresAt)
        let receipt = try await cabinet.perform(command, as: caller)
        return SignedIn(secret: secret, expiresAt: receipt.expiresAt, account: account)
    }

    /// The cookie of a browser session; an empty secret takes it away.
    public func sessionCookie(_ secret: String, maxAgeSeconds: Int, context: AppContext) -> Cookie {
        Cookie(
            name: SessionMiddleware.cookie, value: secret, maxAge: maxAgeSeconds, path: "/", secure: context.isSecure, httpOnly: true, sameSite: .lax)
    }
}

/// Secrets of sessions and tokens: 256 random bits, base64url.
enum Secret {
    static func make(_ random: (Int) -> [UInt8]) -> String {
        Data(random(32)).base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}
