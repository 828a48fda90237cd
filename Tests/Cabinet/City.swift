import Cabinet
import Rules
import Store

/// A small city: two bodies, everyone who has any standing, and someone who has none.
struct City: Sendable {
    let kit: CabinetKit
    let council: BodyID
    let district: BodyID

    let admin: Caller
    /// Chairman of the council.
    let chair: Caller
    let vice: Caller
    /// Members of the council with one vote each; the first also sits in the district.
    let members: [Caller]
    /// Secretary by his role in the council.
    let clerk: Caller
    /// Secretary by account, in the council's unit, without a role in it.
    let unitSecretary: Caller
    /// Secretary by account, in another unit.
    let farSecretary: Caller
    /// Secretary by account, but an ordinary member of the council.
    let seatedSecretary: Caller
    let auditor: Caller
    let officer: Caller
    /// Has an account and nothing else; invited where a test says so.
    let guest: Caller
    let outsider: Caller
    /// Chairman of the district.
    let districtChair: Caller

    var people: [Caller] {
        [admin, chair, vice] + members + [clerk, unitSecretary, farSecretary, seatedSecretary, auditor, officer, guest, outsider, districtChair]
    }
    var callers: [Caller] { people + [.clock, .operator] }
    /// Those who sit in the council with a vote, in the order of protocol.
    var seats: [Caller] { [chair, vice] + members + [seatedSecretary] }

    static func built(members count: Int = 4, rules: RuleSetPatch? = nil) async throws -> City { try await City(CabinetKit(), members: count, rules: rules) }

    init(_ kit: CabinetKit, members count: Int, rules: RuleSetPatch?) async throws {
        self.kit = kit
        try await kit.store.write { tx in
            for (id, name) in [("unit-a", "Văn phòng Ủy ban"), ("unit-b", "Phòng Tư pháp")] {
                try tx.execute("INSERT INTO unit (id, kind, name, parent, sort_key) VALUES (\(id), 'office', \(name), NULL, \(name))")
            }
        }
        func account(_ username: String, _ name: String, _ role: AccountRole, unit: String? = nil) async throws -> Caller {
            let id = UserID(trusted: username)
            try await kit.perform(
                AddAccount(id: id, username: username, name: name, title: "", role: role, unit: unit.map { UnitID(trusted: $0) }, passwordHash: "none"), as: .operator)
            return .person(.init(id: id, role: role))
        }
        admin = try await account("admin", "Đỗ Quản Trị", .admin)
        chair = try await account("chair", "Nguyễn Văn Chủ", .leader)
        vice = try await account("vice", "Trần Thị Phó", .leader)
        var members: [Caller] = []
        for n in 0..<count { members.append(try await account("member\(n)", "Ủy viên \(n)", .member)) }
        self.members = members
        clerk = try await account("clerk", "Lê Thư Ký", .secretary, unit: "unit-b")
        unitSecretary = try await account("unit-secretary", "Phạm Văn Thư", .secretary, unit: "unit-a")
        farSecretary = try await account("far-secretary", "Hồ Ở Xa", .secretary, unit: "unit-b")
        seatedSecretary = try await account("seated-secretary", "Vũ Kiêm Nhiệm", .secretary, unit: "unit-a")
        auditor = try await account("auditor", "Bùi Kiểm Tra", .auditor)
        officer = try await account("officer", "Đặng Cán Bộ", .officer)
        guest = try await account("guest", "Khách Mời", .member)
        outsider = try await account("outsider", "Người Ngoài", .member)
        districtChair = try await account("district-chair", "Chủ Tịch Phường", .leader)

        council = try await kit.perform(AddBody(id: kit.newID(), title: "Ủy ban nhân dân", unit: UnitID(trusted: "unit-a"), rules: rules), as: admin).id
        district = try await kit.perform(AddBody(id: kit.newID(), title: "Hội đồng phường", unit: UnitID(trusted: "unit-a"), rules: nil), as: admin).id
        try await seat(chair, .chairman)
        try await seat(vice, .viceChairman)
        for member in members { try await seat(member, .member) }
        try await seat(seatedSecretary, .member)
        try await seat(clerk, .secretary)
        try await seat(districtChair, .chairman, of: district)
        try await seat(members[0], .member, of: district)
    }

    func seat(_ person: Caller, _ role: BodyRole, of body: BodyID? = nil, weight: Int = 1) async throws {
        try await kit.perform(SeatMember(body: body ?? council, account: person.id, role: role, weight: weight, position: "", order: nil), as: admin)
    }
}
