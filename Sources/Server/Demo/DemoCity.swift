import Cabinet
import Foundation
import Paper
import Rules
import Store

/// Fills an empty store with the demo city, through the same door as everything else.
struct DemoCity {
    let house: OpenHouse
    let content: ContentStore
    let settings: Settings

    private var cabinet: Cabinet { house.cabinet }
    private var seeds: String { settings.home + "/Storage/Seeds" }

    func fillIfEmpty() async throws {
        guard try await cabinet.read({ tx in try House.isEmpty(in: tx) }) else { return }
        let seed = try JSONDecoder().decode(DemoSeed.self, from: Data(contentsOf: URL(fileURLWithPath: seeds + "/demo/city.json")))
        let given = ProcessInfo.processInfo.environment["ECABINET_DEMO_PASSWORD"].flatMap { $0.isEmpty ? nil : $0 }
        let password = given ?? Self.word(cabinet.surroundings.random)
        try trustDemoAuthority()
        let now = cabinet.surroundings.now()
        let people = try await addPeople(seed.people, password: password)
        let body = BodyID(trusted: cabinet.surroundings.newID())
        _ = try await cabinet.perform(AddBody(id: body, title: seed.body, unit: nil, rules: nil), as: .operator)
        for (index, person) in seed.people.enumerated() {
            guard let role = person.bodyRole, let id = people[person.username] else { continue }
            let command = SeatMember(body: body, account: id, role: role, weight: 1, position: person.title, order: index + 1)
            _ = try await cabinet.perform(command, as: .operator)
        }
        var meetings: [String: MeetingID] = [:]
        for meeting in seed.meetings {
            meetings[meeting.key] = try await DemoMeeting(cabinet: cabinet, content: content, papersFolder: seeds + "/papers", people: people, body: body, now: now).add(meeting)
        }
        let roles = Dictionary(seed.people.map { ($0.username, $0.role) }, uniquingKeysWith: { first, _ in first })
        try await DemoReports(cabinet: cabinet, content: content, papersFolder: seeds + "/papers", people: people, roles: roles, meetings: meetings, now: now).add(seed.reports)
        announce(seed, password: password, given: given != nil)
    }

    private func addPeople(_ people: [DemoSeed.Person], password: String) async throws -> [String: UserID] {
        let hash = try await house.passwords.make(password)
        var ids: [String: UserID] = [:]
        for person in people {
            let id = UserID(trusted: cabinet.surroundings.newID())
            let command = AddAccount(id: id, username: person.username, name: person.name, title: person.title, role: person.role, unit: person.unit, isHead: person.isHead ?? false, passwordHash: hash)
            _ = try await cabinet.perform(command, as: .operator)
            ids[person.username] = id
        }
        return ids
    }

    /// The demo papers are signed under an authority that says of itself that it is one for demonstrations; only a demo trusts it.
    private func trustDemoAuthority() throws {
        let files = FileManager.default
        for (folder, place) in [("/papers/trust", settings.trust), ("/papers/trust/crl", settings.trust + "/crl")] {
            try files.createDirectory(atPath: place, withIntermediateDirectories: true)
            for name in try files.contentsOfDirectory(atPath: seeds + folder) where name.hasSuffix(".pem") || name.hasSuffix(".crl") {
                let target = place + "/" + name
                if !files.fileExists(atPath: target) { try files.copyItem(atPath: seeds + folder + "/" + name, toPath: target) }
            }
        }
    }

    private func announce(_ seed: DemoSeed, password: String, given: Bool) {
        print("Thành phố mẫu / demo city. Tài khoản / accounts:")
        for person in seed.people where ["chutich", "pct.bao", "uv.binh", "uv.hoa", "thuky", "quantri", "canbo.lang", "truong.lang", "tiepnhan", "vanphong"].contains(person.username) {
            print("  \(person.username.padding(toLength: 12, withPad: " ", startingAt: 0)) \(person.name), \(person.title)")
        }
        print(given ? "Mật khẩu / password: ECABINET_DEMO_PASSWORD" : "Mật khẩu chung, chỉ in một lần / password of all, printed once: \(password)")
    }

    private static func word(_ random: (Int) -> [UInt8]) -> String {
        let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")
        let letters = random(12).map { alphabet[Int($0) % alphabet.count] }
        return String(letters[0..<4]) + "-" + String(letters[4..<8]) + "-" + String(letters[8..<12])
    }
}
