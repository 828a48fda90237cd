import Foundation
import Rules
import Store
import Testing
@testable import Cabinet

/// Who may do what (contract §2): one line a command, everyone asked.
@Suite("Permissions")
struct PermissionTests {
    private enum Answer: Hashable { case allowed, forbidden, unknown, notEntitled }

    private func answer(_ command: any Command, _ caller: Caller, _ kit: CabinetKit) async throws -> Answer {
        try await kit.read { tx in
            do {
                try command.authorise(caller, in: tx)
                return .allowed
            } catch let refusal as Refusal {
                return switch refusal.code {
                case .authForbidden: .forbidden
                case .notFound: .unknown
                case .ballotNotEntitled: .notEntitled
                default: throw refusal
                }
            }
        }
    }

    @Test("users, bodies, members, rules and trust are the administrator's")
    func house() async throws {
        let city = try await City.built()
        let kit = city.kit
        let commands: [any Command] = [
            AddAccount(id: kit.newID(), username: "x", name: "X", title: "", role: .member, unit: nil, passwordHash: ""), AddBody(id: kit.newID(), title: "x", unit: nil, rules: nil),
            SeatMember(body: city.council, account: city.guest.id, role: .member, weight: 1, position: "", order: nil), RemoveMember(body: city.council, account: city.vice.id),
            SetRules(body: city.council, rules: .init()), DisableAccount(account: city.vice.id), EnableAccount(account: city.vice.id),
            NoteTrustChange(anchor: "a", change: "added", version: "1"),
            AddTrustAnchor(anchor: "a.pem", sha256: "00", certificates: [TrustAnchorTests.look], folderVersion: "1"),
        ]
        for command in commands {
            for caller in city.callers {
                let expected: Answer = [city.admin, .clock, .operator].contains(caller) ? .allowed : .forbidden
                #expect(try await answer(command, caller, kit) == expected, "\(type(of: command).name) by \(caller)")
            }
        }
    }

    @Test("a session, a password and their end are their owner's and the administrator's")
    func own() async throws {
        let city = try await City.built()
        let kit = city.kit
        let commands: [any Command] = [
            ChangePassword(account: city.vice.id, passwordHash: ""), EndSession(id: "s", account: city.vice.id), EndSessions(account: city.vice.id),
            StartSession(id: "s", secretHash: [], account: city.vice.id, kind: .token, scope: .all, label: "", expiresAt: CabinetKit.start),
        ]
        for command in commands {
            for caller in city.callers {
                let expected: Answer = [city.vice, city.admin, .clock, .operator].contains(caller) ? .allowed : .forbidden
                #expect(try await answer(command, caller, kit) == expected, "\(type(of: command).name) by \(caller)")
            }
        }
    }

    @Test("the secretariat prepares and keeps the record; the presiding person also conducts; others may not, strangers do not know", arguments: [false, true])
    func meeting(inSession: Bool) async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = inSession ? try await city.session() : try await city.meeting()
        if inSession { try await kit.perform(Invite(meeting: meeting, user: city.guest.id, capacity: ""), as: city.admin) }
        let item = try await city.item(meeting)
        let paper = try await city.paper(meeting)
        let poll = inSession ? try await city.openPoll(meeting) : try await city.poll(meeting)
        let start = CabinetKit.start
        let particulars = MeetingParticulars(title: "x", type: .regular, form: .inRoom, startsAt: start, endsAt: start + 60, place: "")
        let stored = StoredPaper(sha256: String(repeating: "f", count: 64), bytes: 1, mediaType: "application/pdf", fileName: "")
        let prepares: [any Command] = [
            EditMeeting(id: meeting, particulars: particulars), AddAgendaItem(id: kit.newID(), meeting: meeting, draft: .init(title: "x")),
            EditAgendaItem(id: item, meeting: meeting, draft: .init(title: "x"), number: nil), RemoveAgendaItem(id: item, meeting: meeting),
            Invite(meeting: meeting, user: city.guest.id, capacity: nil), RecordAttendance(meeting: meeting, user: city.vice.id, state: .absent, reason: nil, sealedID: "s"),
            SetPresiding(meeting: meeting, user: city.vice.id, ground: "x"), PostAnnouncement(meeting: meeting, text: "x", sealedID: "s"),
            WriteConclusion(meeting: meeting, item: item, text: "x"), AddDocument(id: kit.newID(), meeting: meeting, item: nil, title: "x", kind: "", paper: stored),
            AddDocumentVersion(id: paper, paper: stored), EditDocument(id: paper, title: "x", kind: "baoCao", item: nil), ReleaseDocument(id: paper), RemoveDocument(id: paper),
        ] + [MeetingTransition.convene, .approveMinutes, .archive, .cancel].map { AdvanceMeeting(id: meeting, transition: $0) }
        let conducts: [any Command] = [
            PointToItem(meeting: meeting, item: item), OpenPoll(id: poll), ClosePoll(id: poll), AnnulPoll(id: poll, reason: "x"), CreatePoll.plain(kit.newID(), in: meeting),
        ] + [MeetingTransition.open, .pause, .resume, .close].map { AdvanceMeeting(id: meeting, transition: $0) }

        let secretariat: Set<Caller> = [city.admin, city.clerk, city.unitSecretary, .clock, .operator]
        let readers = inSession ? Set(city.seats + [city.guest, city.auditor]) : [city.auditor]
        for (commands, allowed) in [(prepares, secretariat), (conducts, inSession ? secretariat.union([city.chair]) : secretariat)] {
            for command in commands {
                for caller in city.callers {
                    var expected: Answer = allowed.contains(caller) ? .allowed : readers.contains(caller) ? .forbidden : .unknown
                    // A draft paper or poll does not exist for those who may read the meeting.
                    let name = type(of: command).name.text
                    if expected == .forbidden, !inSession, ["document.add-version", "document.edit", "document.release", "document.remove", "poll.open", "poll.close", "poll.annul"].contains(name) { expected = .unknown }
                    #expect(try await answer(command, caller, kit) == expected, "\(name) by \(caller)")
                }
            }
        }
    }

    @Test("a meeting is made by the secretariat of its body; who does not know the body cannot even name it")
    func create() async throws {
        let city = try await City.built()
        let kit = city.kit
        let start = CabinetKit.start
        let particulars = MeetingParticulars(title: "x", type: .regular, form: .inRoom, startsAt: start, endsAt: start + 60, place: "")
        for caller in city.callers {
            let refusal = try await kit.refusal(CreateMeeting(id: kit.newID(), body: city.council, particulars: particulars), as: caller)
            switch caller {
            case city.admin, city.clerk, city.unitSecretary, .clock, .operator: #expect(refusal == nil, "\(caller)")
            case city.farSecretary: #expect(refusal?.fields.first?.reason == "field.unknown-body", "\(caller)")
            default: #expect(refusal?.code == .authForbidden, "\(caller)")
            }
        }
    }

    @Test("only the server itself says what it found in a paper or that a time is over")
    func clockOnly() async throws {
        let city = try await City.built()
        let poll = try await city.openPoll(try await city.session())
        for command in [RecordExamination(sha256: "x", finding: .unreadable(fault: "x")), ExpireCastingVote(id: poll)] as [any Command] {
            for caller in city.callers { #expect(try await answer(command, caller, city.kit) == (caller == .clock ? .allowed : .forbidden)) }
        }
    }

    @Test("a secretary with a role in the body is what that role says, nothing more")
    func seatedSecretary() async throws {
        let city = try await City.built()
        let meeting = try await city.session()
        let command = PostAnnouncement(meeting: meeting, text: "x", sealedID: "s")
        #expect(try await answer(command, city.seatedSecretary, city.kit) == .forbidden)
        #expect(try await answer(command, city.unitSecretary, city.kit) == .allowed)
        #expect(try await answer(command, city.farSecretary, city.kit) == .unknown)
    }
}
