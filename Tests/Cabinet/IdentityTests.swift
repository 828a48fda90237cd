import Foundation
import NIOPosix
import Rules
import Store
import Testing
@testable import Cabinet

@Suite("Accounts, passwords, sessions")
struct IdentityTests {
    /// The smallest cost scrypt knows: the law is the same, the test is not slow.
    private let passwords = PasswordHash(cost: 2, threads: .singleton)

    @Test("a password is known again, in any form of the same letters, and nothing else is")
    func passwords() async throws {
        let hash = try await passwords.make("mật khẩu dài")
        #expect(try await passwords.matches("mật khẩu dài", hash))
        #expect(try await passwords.matches("mật khẩu dài".decomposedStringWithCanonicalMapping, hash))
        for other in ["mật khẩu dài ", "mat khau dai", "", "MẬT KHẨU DÀI"] { #expect(try await !passwords.matches(other, hash)) }
        #expect(try await passwords.make("mật khẩu dài") != hash)
        #expect(!hash.contains("mật"))
    }

    @Test("a password too short or too long is refused, at the field that holds it")
    func lengths() async throws {
        for bad in ["", "1234567", String(repeating: "a", count: 801)] {
            await #expect(throws: Refusal.self) { try await passwords.make(bad, at: "/new") }
        }
        do {
            _ = try await passwords.make("1234567", at: "/new")
        } catch let refusal as Refusal {
            #expect(refusal.fields.first?.pointer == "/new")
            #expect(refusal.fields.first?.parameters == ["minimum": "8"])
        }
        _ = try await passwords.make("12345678")
        _ = try await passwords.make(String(repeating: "ữ", count: 200))
    }

    @Test("a stored hash that is none matches nothing, the decoy least of all")
    func broken() async throws {
        for hash in ["", "none", "scrypt$", "scrypt$x$8$1$00$00", "scrypt$2$8$1$zz$00", "bcrypt$2$8$1$00$00", passwords.decoy] {
            #expect(try await !passwords.matches("12345678", hash), "\(hash)")
        }
    }

    @Test("usernames are plain lower case, one each; names may be anything printable")
    func usernames() async throws {
        let kit = try await CabinetKit()
        func add(_ username: String, name: String = "Nguyễn Văn A") async throws -> String? {
            let command = AddAccount(id: kit.newID(), username: username, name: name, title: "", role: .member, unit: nil, passwordHash: "none")
            return try await kit.refusal(command, as: .operator)?.fields.first?.reason
        }
        #expect(try await add("Anh.Tuan-1@sxd_hn") == nil)
        #expect(try await add("anh.tuan-1@sxd_hn") == "field.taken")
        for bad in ["", "có dấu", "a b", "a/b", "a'b", "admin\u{0}x", String(repeating: "a", count: 65)] { #expect(try await add(bad) == "field.username", "\(bad)") }
        #expect(try await add("b", name: " \n ") == "field.required")
        #expect(try await kit.read { tx in try Accounts.account(named: "ANH.TUAN-1@SXD_HN", in: tx)?.username } == "anh.tuan-1@sxd_hn")
    }

    @Test("a session is good until it ends, expires, or its account is disabled")
    func sessions() async throws {
        let city = try await City.built()
        let kit = city.kit
        func start(_ secret: String) async throws {
            try await kit.perform(
                StartSession(
                    id: "session-\(secret)", secretHash: Sessions.hash(secret), account: city.vice.id, kind: .browser, scope: .all, label: "Chrome",
                    expiresAt: CabinetKit.start + 3600), as: city.vice)
        }
        func isGood(_ secret: String, at: Timestamp = CabinetKit.start) async throws -> Bool {
            try await kit.read { tx in try Sessions.session(secret: secret, at: at, in: tx) != nil }
        }
        for secret in ["one", "two", "three"] { try await start(secret) }
        #expect(try await isGood("one"))
        #expect(try await !isGood("none"))
        #expect(try await isGood("one", at: Timestamp(ms: CabinetKit.start.ms + 3_599_999)))
        #expect(try await !isGood("one", at: CabinetKit.start + 3600))
        try await kit.perform(EndSession(id: "session-one", account: city.vice.id), as: city.vice)
        #expect(try await !isGood("one"))
        #expect(try await isGood("two"))
        #expect(try await kit.perform(EndSession(id: "session-one", account: city.vice.id), as: city.vice).seq == 0)
        #expect(try await kit.refusal(EndSession(id: "session-two", account: city.vice.id), as: city.chair)?.code == .authForbidden)
        try await kit.perform(ChangePassword(account: city.vice.id, passwordHash: "new", keepingSession: "session-two"), as: city.vice)
        #expect(try await isGood("two"))
        #expect(try await !isGood("three"))
        try await kit.perform(DisableAccount(account: city.vice.id), as: city.admin)
        #expect(try await !isGood("two"))
        let again = StartSession(id: "s9", secretHash: [9], account: city.vice.id, kind: .browser, scope: .all, label: "", expiresAt: CabinetKit.start + 60)
        #expect(try await kit.refusal(again, as: .operator)?.code == .authFailed)
        try await kit.perform(EnableAccount(account: city.vice.id), as: city.admin)
        #expect(try await !isGood("two"))
    }

    @Test("nobody shuts himself out")
    func notYourself() async throws {
        let city = try await City.built()
        #expect(try await city.kit.refusal(DisableAccount(account: city.admin.id), as: city.admin)?.fields.first?.reason == "field.not-yourself")
    }

    @Test("rules nobody could mean are refused where they stand, and versions only grow")
    func rules() async throws {
        let city = try await City.built()
        let kit = city.kit
        let patches = [(#"{"quorum":{"numerator":4,"denominator":3}}"#, "/quorum/numerator"), (#"{"adoption":{"denominator":0}}"#, "/adoption/denominator")]
        for (json, pointer) in patches {
            #expect(try await kit.refusal(SetRules(body: city.council, rules: .json(json)), as: city.admin)?.fields.first?.pointer == pointer)
            let body = AddBody(id: kit.newID(), title: "x", unit: nil, rules: try .json(json))
            #expect(try await kit.refusal(body, as: city.admin)?.fields.first?.pointer == "/rules" + pointer)
        }
        for version in 1...3 { #expect(try await kit.perform(SetRules(body: city.council, rules: .init()), as: city.admin).version == version) }
        #expect(try await kit.read { tx in try Bodies.body(city.council, in: tx)?.ruleVersion } == 3)
    }

    @Test("a new folder has an epoch and the seeded law, and a second start changes neither")
    func house() async throws {
        let kit = try await CabinetKit()
        #expect(try await kit.read { tx in try House.isEmpty(in: tx) })
        let before = try await kit.dump()
        try await House.prepare(kit.cabinet, seedsFolder: CabinetKit.root + "/Storage/Seeds")
        #expect(try await kit.dump() == before)
        #expect(before["folder"]!.contains("id"))
        #expect(before["rule_set"]!.contains("council-default"))
    }
}
