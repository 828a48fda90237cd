import Foundation
import Rules
import Store
import Testing
@testable import Cabinet

/// The one law of visibility: lists, single reads, papers, polls and push give the same answer to the same person.
@Suite("Visibility")
struct VisibilityTests {
    /// Meetings of both bodies in every state, with guests.
    private func manyMeetings(_ city: City) async throws -> [MeetingID] {
        let kit = city.kit
        var meetings: [MeetingID] = []
        for (index, body) in [city.council, city.district].enumerated() {
            for (n, type) in [MeetingType.regular, .circulated, .regular, .thematic, .regular].enumerated() {
                let id = try await city.meeting("Phiên \(index)-\(n)", type: type, body: body, startsIn: Int64(n * 3600))
                meetings.append(id)
                if n > 0 { try await city.advance(id, .convene) }
                if n == 2 {
                    let seats = index == 0 ? city.seats : [city.districtChair, city.members[0]]
                    try await city.attend(id, seats)
                    try await city.advance(id, .open)
                }
                if n == 3 { try await kit.perform(Invite(meeting: id, user: city.guest.id, capacity: ""), as: city.admin) }
                if n == 4 { try await city.advance(id, .cancel) }
            }
        }
        return meetings
    }

    @Test("a meeting is in a person's list exactly when he may read it, and exactly when he may follow it")
    func listAndRead() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meetings = try await manyMeetings(city)
        // The law holds for memberships of today, too.
        try await kit.perform(RemoveMember(body: city.council, account: city.members[1].id), as: city.admin)
        try await city.seat(city.officer, .secretary, of: city.district)
        for caller in city.callers {
            let (listed, readable, followed) = try await kit.read { tx in
                let listed = try Meetings.list(for: caller, after: nil, limit: 200, in: tx).items.map(\.id)
                var readable: [MeetingID] = []
                var followed: [MeetingID] = []
                for id in meetings {
                    do {
                        _ = try Meetings.meeting(id, for: caller, in: tx)
                        readable.append(id)
                    } catch let refusal as Refusal where refusal.code == .notFound {}
                    if try Meetings.pushAccess(id, for: caller, in: tx) != nil { followed.append(id) }
                }
                return (listed, readable, followed)
            }
            #expect(Set(listed) == Set(readable), "\(caller)")
            #expect(Set(readable) == Set(followed), "\(caller)")
            #expect(Set(listed).count == listed.count)
        }
    }

    @Test("who sees which meetings of the council", arguments: [false, true])
    func table(convened: Bool) async throws {
        let city = try await City.built()
        let meeting = try await city.meeting()
        if convened { try await city.advance(meeting, .convene) }
        if convened { try await city.kit.perform(Invite(meeting: meeting, user: city.guest.id, capacity: ""), as: city.admin) }
        let secretariat = [city.admin, city.clerk, city.unitSecretary, .clock, .operator]
        var expected = Set(secretariat + [city.auditor])
        if convened { expected.formUnion(city.seats + [city.guest]) }
        for caller in city.callers { #expect(try await city.sees(meeting, caller) == expected.contains(caller), "\(caller), convened: \(convened)") }
    }

    @Test("a page of meetings goes on where the one before ended, without gap or repetition")
    func pages() async throws {
        let city = try await City.built()
        let kit = city.kit
        for n in 0..<23 { _ = try await city.meeting("Phiên \(n)", startsIn: Int64(n / 4) * 3600) }
        let all = try await kit.read { tx in try Meetings.list(for: city.admin, after: nil, limit: 200, in: tx).items.map(\.id) }
        #expect(all.count == 23)
        for limit in [1, 2, 5, 22, 23, 24] {
            var found: [MeetingID] = []
            var cursor: String?
            repeat {
                let after = cursor
                let page = try await kit.read { tx in try Meetings.list(for: city.admin, after: after, limit: limit, in: tx) }
                #expect(page.items.count <= limit)
                found += page.items.map(\.id)
                cursor = page.next
            } while cursor != nil
            #expect(found == all)
        }
        for nonsense in ["", "x", "_", "99999999999999999999_a", "12_'; DROP TABLE meeting; --"] {
            _ = try await kit.read { tx in try Meetings.list(for: city.admin, after: nonsense, limit: 0, in: tx) }
        }
    }

    @Test("members see a paper from its release on, the secretariat from its arrival")
    func papers() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.meeting()
        let early = try await city.paper(meeting, "Tờ trình", digest: "a")
        let readers: [Caller] = [city.vice, city.members[0], city.auditor]
        func sees(_ paper: DocumentID, _ caller: Caller) async throws -> Bool {
            try await kit.read { tx in
                let listed = try Documents.list(of: meeting, for: caller, in: tx).contains { $0.id == paper }
                do {
                    _ = try Documents.document(paper, for: caller, in: tx)
                    #expect(listed)
                    return true
                } catch let refusal as Refusal where refusal.code == .notFound {
                    #expect(!listed)
                    return false
                }
            }
        }
        #expect(try await sees(early, city.clerk))
        #expect(try await !sees(early, city.auditor))
        try await city.advance(meeting, .convene)
        for reader in readers { #expect(try await sees(early, reader)) }
        let late = try await city.paper(meeting, "Phụ lục", digest: "b", heldBack: true)
        for reader in readers { #expect(try await !sees(late, reader)) }
        #expect(try await sees(late, city.clerk))
        #expect(try await sees(late, city.admin))
        #expect(try await sees(late, city.unitSecretary))
        try await kit.perform(ReleaseDocument(id: late), as: city.clerk)
        for reader in readers { #expect(try await sees(late, reader)) }
        try await kit.perform(RemoveDocument(id: late), as: city.clerk)
        for reader in readers + [city.clerk] { #expect(try await !sees(late, reader)) }
    }

    @Test("minutes never tell of a paper that was held back")
    func minutes() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let item = try await city.item(meeting)
        _ = try await city.paper(meeting, "Công khai", item: item, digest: "a")
        _ = try await city.paper(meeting, "Giữ lại", item: item, digest: "b", heldBack: true)
        try await city.advance(meeting, .close)
        let record = try await kit.read { tx in try Meetings.minutes(of: meeting, for: city.vice, vault: kit.cabinet.vault, in: tx).record }
        #expect(record.agenda.flatMap(\.documents).map(\.title) == ["Công khai"])
    }

    @Test("a draft poll exists for those who conduct the meeting, whatever is asked of it")
    func draftPolls() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let poll = try await city.poll(meeting)
        for caller in city.people {
            let conducts = [city.admin, city.chair, city.clerk, city.unitSecretary].contains(caller)
            let listed: Bool = try await kit.read { tx in
                do { return try Polls.list(of: meeting, for: caller, at: CabinetKit.start, in: tx).contains { $0.id == poll } } catch is Refusal { return false }
            }
            #expect(listed == conducts, "\(caller)")
            if !conducts {
                let codes = [
                    try await kit.refusal(CastVote(poll: poll, choice: .for, text: nil, sealedID: "s"), as: caller)?.code,
                    try await kit.refusal(OpenPoll(id: poll), as: caller)?.code, try await kit.refusal(ClosePoll(id: poll), as: caller)?.code,
                    try await kit.refusal(AnnulPoll(id: poll, reason: "x"), as: caller)?.code,
                    try await kit.refusal(GiveCastingVote(id: poll, vote: .init(choice: .for, basis: .cast)), as: caller)?.code,
                ]
                #expect(codes == [.notFound, .notFound, .notFound, .notFound, .notFound], "\(caller)")
            }
        }
    }

    @Test("a body is known to its people, its unit's secretaries, auditors and admins")
    func bodies() async throws {
        let city = try await City.built()
        let kit = city.kit
        let expected = Set(city.seats + [city.admin, city.clerk, city.unitSecretary, city.auditor, .clock, .operator])
        for caller in city.callers {
            let (listed, seen) = try await kit.read { tx in
                (
                    try Bodies.list(for: caller, after: nil, limit: 200, in: tx).items.contains { $0.id == city.council },
                    try Bodies.canSee(city.council, caller, in: tx)
                )
            }
            #expect(listed == expected.contains(caller), "\(caller)")
            #expect(seen == listed, "\(caller)")
        }
    }

    @Test("accounts are listed for administrators, page by page; everyone else finds himself alone")
    func accounts() async throws {
        let city = try await City.built()
        let kit = city.kit
        var names: [String] = []
        var cursor: String?
        repeat {
            let after = cursor
            let page = try await kit.read { tx in try Accounts.list(for: city.admin, after: after, limit: 4, in: tx) }
            names += page.items.map(\.username)
            cursor = page.next
        } while cursor != nil
        #expect(names == names.sorted() && Set(names).count == city.people.count)
        for caller in city.people where !caller.administers {
            #expect(try await kit.read { tx in try Accounts.list(for: caller, after: nil, limit: 200, in: tx).items.map(\.id) } == [caller.id])
        }
    }

    @Test("the reason of an absence is for the secretariat, the chair and the absent member")
    func absenceReasons() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session(absent: [city.vice])
        try await city.attend(meeting, [city.vice], .absent, reason: "Đi công tác")
        func reasons(_ caller: Caller) async throws -> [UserID: String] {
            try await kit.read { tx in try Meetings.absenceReasons(of: meeting, for: caller, vault: kit.cabinet.vault, in: tx) }
        }
        for caller in [city.vice, city.chair, city.clerk, city.admin, city.unitSecretary] { #expect(try await reasons(caller) == [city.vice.id: "Đi công tác"]) }
        for caller in [city.members[0], city.auditor, city.seatedSecretary] { #expect(try await reasons(caller).isEmpty) }
    }
}
