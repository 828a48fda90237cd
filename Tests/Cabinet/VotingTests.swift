import Foundation
import Proof
import Rules
import Store
import Testing
@testable import Cabinet

@Suite("Voting")
struct VotingTests {
    @Test("a seat votes once: a second ballot replaces the first, the last counts")
    func lastCounts() async throws {
        let city = try await City.built()
        let meeting = try await city.session()
        let poll = try await city.openPoll(meeting)
        try await city.vote(poll, .for, by: city.seats)
        try await city.vote(poll, .against, by: [city.vice])
        try await city.vote(poll, .abstain, by: [city.vice])
        try await city.kit.perform(ClosePoll(id: poll), as: city.admin)
        let view = try await city.view(poll, for: city.vice)
        #expect(view.result?.tally == Tally(for: 6, against: 0, abstain: 1, none: 0))
        #expect(view.mine == .choice(.abstain))
        #expect(view.returned == 7)
        let received = try await city.kit.events(of: meeting).filter { $0.kind == "ballot.received" }
        #expect(received.count == 7)
    }

    @Test("nobody without a seat votes: not the admin, not the secretary, not a guest, not the clock")
    func noSeat() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        try await kit.perform(Invite(meeting: meeting, user: city.guest.id, capacity: "Khách mời"), as: city.admin)
        let poll = try await city.openPoll(meeting)
        let before = try await kit.dump()
        for caller in [city.admin, city.clerk, city.unitSecretary, city.auditor, city.guest, .clock, .operator] {
            #expect(try await kit.refusal(CastVote(poll: poll, choice: .for, text: nil, sealedID: "s"), as: caller)?.code == .ballotNotEntitled, "\(caller)")
        }
        for caller in [city.outsider, city.officer, city.farSecretary, city.districtChair] {
            #expect(try await kit.refusal(CastVote(poll: poll, choice: .for, text: nil, sealedID: "s"), as: caller)?.code == .notFound, "\(caller)")
        }
        #expect(try await kit.dump() == before)
    }

    @Test("a late ballot is refused, one that arrived in time counts however late its turn comes")
    func closesAt() async throws {
        let city = try await City.built()
        let kit = city.kit
        let closesAt = CabinetKit.start + 600
        let poll = try await city.openPoll(try await city.session(), closesAt: closesAt)
        kit.clock.advance(seconds: 601)
        try await city.vote(poll, .for, by: [city.chair], at: Timestamp(ms: closesAt.ms - 1))
        let late = try await kit.refusal(CastVote(poll: poll, choice: .for, text: nil, sealedID: "s"), as: city.vice, at: closesAt)
        #expect(late?.code == .pollNotOpen)
        #expect(late?.parameters["state"] == "late")
        #expect(try await kit.number("SELECT COUNT(*) FROM ballot") == 1)
    }

    @Test("before the poll opens and after it closes there is no ballot")
    func notOpen() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let poll = try await city.poll(meeting)
        // A draft does not exist for a member; those who conduct hear that it is not open.
        #expect(try await kit.refusal(CastVote(poll: poll, choice: .for, text: nil, sealedID: "s"), as: city.vice)?.code == .notFound)
        #expect(try await kit.refusal(CastVote(poll: poll, choice: .for, text: nil, sealedID: "s"), as: city.chair)?.code == .pollNotOpen)
        try await kit.perform(OpenPoll(id: poll), as: city.chair)
        try await city.advance(meeting, .pause)
        #expect(try await kit.refusal(CastVote(poll: poll, choice: .for, text: nil, sealedID: "s"), as: city.vice)?.code == .pollNotOpen)
        try await city.advance(meeting, .resume)
        try await city.vote(poll, .for, by: [city.vice])
        try await kit.perform(ClosePoll(id: poll), as: city.chair)
        #expect(try await kit.refusal(CastVote(poll: poll, choice: .for, text: nil, sealedID: "s"), as: city.vice)?.code == .pollNotOpen)
        #expect(try await kit.refusal(ClosePoll(id: poll), as: city.chair)?.code == .pollNotOpen)
        #expect(try await kit.refusal(OpenPoll(id: poll), as: city.chair)?.code == .pollWrongState)
    }

    @Test("while a poll is open its numbers are nil for everyone, and only those who conduct know who is outstanding")
    func hidden() async throws {
        let city = try await City.built()
        let poll = try await city.openPoll(try await city.session())
        try await city.vote(poll, .for, by: [city.chair, city.vice])
        for caller in [city.chair, city.vice, city.members[0], city.clerk, city.admin, city.auditor] {
            let view = try await city.view(poll, for: caller)
            #expect(view.result == nil && view.named == nil)
            #expect(view.returned == 2)
        }
        #expect(try await city.view(poll, for: city.members[0]).outstanding == nil)
        #expect(try await city.view(poll, for: city.chair).outstanding == (city.members + [city.seatedSecretary]).map(\.id))
        #expect(try await city.view(poll, for: city.vice).mine == .choice(.for))
        #expect(try await city.view(poll, for: city.members[0]).mine == nil)
    }

    @Test("a live poll shows as it goes")
    func live() async throws {
        let city = try await City.built()
        let poll = try await city.openPoll(try await city.session(), show: .live)
        try await city.vote(poll, .for, by: [city.chair])
        let view = try await city.view(poll, for: city.members[1])
        #expect(view.result?.tally == Tally(for: 1, against: 0, abstain: 0, none: 6))
        #expect(view.named?.first?.choice == .for)
    }

    @Test("weights decide, heads are told beside them")
    func weights() async throws {
        let city = try await City.built()
        try await city.seat(city.members[0], .member, weight: 100)
        let poll = try await city.openPoll(try await city.session())
        try await city.vote(poll, .against, by: city.seats.filter { $0 != city.members[0] })
        try await city.vote(poll, .for, by: [city.members[0]])
        try await city.kit.perform(ClosePoll(id: poll), as: city.admin)
        let result = try #require(try await city.view(poll, for: city.vice).result)
        #expect(result.tally == Tally(for: 100, against: 6, abstain: 0, none: 0))
        #expect(result.heads == Tally(for: 1, against: 6, abstain: 0, none: 0))
        #expect(result.outcome == .adopted)
    }

    @Test("a poll needs the quorum of its opening, and of its closing where the rules say so")
    func quorum() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let poll = try await city.openPoll(meeting)
        try await city.vote(poll, .for, by: city.seats)
        // Seven seats: five make two thirds.
        try await city.attend(meeting, Array(city.seats.suffix(3)), .absent)
        try await kit.perform(ClosePoll(id: poll), as: city.admin)
        #expect(try await city.view(poll, for: city.vice).result?.outcome == .noQuorum)
        let next = try await city.poll(meeting)
        let refusal = try await kit.refusal(OpenPoll(id: next), as: city.chair)
        #expect(refusal?.code == .pollNoQuorum)
        let parameters = try #require(refusal?.parameters)
        #expect(["present", "members", "needed", "share"].map { parameters[$0] } == ["4", "7", "5", "2/3"])
        #expect(parameters["source"]?.contains("Điều 114 khoản 3") == true && parameters["reason"] == "unconfirmed")
    }

    @Test("the number of those present at a poll's opening counts seats, not the secretary in the room")
    func presentAtOpening() async throws {
        let city = try await City.built()
        let meeting = try await city.session()
        try await city.attend(meeting, [city.clerk])
        let poll = try await city.openPoll(meeting)
        let fact = try #require(try await city.kit.events(of: meeting).last { $0.kind == "poll.opened" })
        let body = try JSONDecoder().decode(PollFact.self, from: Data(fact.body.utf8))
        #expect(body.poll == poll)
        #expect(body.present == 7 && body.members == 7)
    }

    @Test("a tie waits for the chairman, who alone may decide it, once, and not by abstaining")
    func castingVote() async throws {
        let city = try await City.built()
        let kit = city.kit
        let poll = try await city.openPoll(try await city.session())
        try await city.vote(poll, .for, by: Array(city.seats[1...3]))
        try await city.vote(poll, .against, by: Array(city.seats[4...6]))
        try await kit.perform(ClosePoll(id: poll), as: city.admin)
        #expect(try await city.view(poll, for: city.chair).result?.outcome == .awaitingChairman)
        #expect(try await city.view(poll, for: city.chair).mayDecide)
        #expect(try await !city.view(poll, for: city.vice).mayDecide)
        #expect(try await kit.refusal(GiveCastingVote(id: poll, vote: .init(choice: .for, basis: .cast)), as: city.vice)?.code == .ballotNotEntitled)
        #expect(try await kit.refusal(GiveCastingVote(id: poll, vote: .init(choice: .for, basis: .declared)), as: city.clerk)?.code == .ballotNotEntitled)
        #expect(try await kit.refusal(GiveCastingVote(id: poll, vote: .init(choice: .abstain, basis: .cast)), as: city.chair)?.code == .requestInvalid)
        try await kit.perform(GiveCastingVote(id: poll, vote: .init(choice: .for, basis: .cast)), as: city.chair)
        #expect(try await city.view(poll, for: city.vice).result?.outcome == .adopted)
        #expect(try await kit.refusal(GiveCastingVote(id: poll, vote: .init(choice: .against, basis: .cast)), as: city.chair)?.code == .pollWrongState)
    }

    @Test("a result stands though another presides afterwards: who decides a tie is fixed at the close")
    func deciderIsFrozen() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let poll = try await city.openPoll(meeting, rules: .json(#"{"tie":{"decidedBy":"presiding"}}"#))
        try await city.vote(poll, .for, by: [city.chair, city.vice, city.members[0]])
        try await city.vote(poll, .against, by: city.members.suffix(3))
        try await kit.perform(ClosePoll(id: poll), as: city.admin)
        #expect(try await city.view(poll, for: city.vice).result?.outcome == .adopted)
        try await kit.perform(SetPresiding(meeting: meeting, user: city.members[3].id, ground: "Chủ tịch vắng"), as: city.admin)
        #expect(try await city.view(poll, for: city.vice).result?.outcome == .adopted)
    }

    @Test("an annulled poll keeps its record; its repetition is the next round, another question of its item a first one")
    func annul() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let item = try await city.item(meeting)
        let poll = try await city.openPoll(meeting, item: item)
        try await city.vote(poll, .for, by: city.seats)
        try await kit.perform(ClosePoll(id: poll), as: city.admin)
        let result = try await city.view(poll, for: city.vice).result
        #expect(try await kit.refusal(AnnulPoll(id: poll, reason: " "), as: city.admin)?.code == .requestInvalid)
        try await kit.perform(AnnulPoll(id: poll, reason: "Sai dự thảo"), as: city.admin)
        let view = try await city.view(poll, for: city.vice)
        #expect(view.state == .annulled && view.result == result && view.annulReason == "Sai dự thảo")
        #expect(try await kit.refusal(AnnulPoll(id: poll, reason: "x"), as: city.admin)?.code == .pollWrongState)
        let other = try await city.poll(meeting, item: item)
        #expect(try await city.view(other, for: city.admin).round == 1)
        let again = try await kit.perform(RepeatPoll(of: poll, as: kit.newID()), as: city.admin).id
        #expect(try await city.view(again, for: city.admin).round == 2)
    }

    @Test("annulling a circulated poll does not change what was counted: the silent ones stay")
    func annulCirculated() async throws {
        let city = try await City.built(rules: .json(#"{"circulation":{"silence":"agree"}}"#))
        let kit = city.kit
        let meeting = try await city.meeting("Phiếu lấy ý kiến", type: .circulated)
        try await city.advance(meeting, .convene)
        let poll = try await city.openPoll(meeting)
        try await city.vote(poll, .against, by: [city.vice])
        try await kit.perform(ClosePoll(id: poll), as: city.admin)
        let result = try #require(try await city.view(poll, for: city.vice).result)
        #expect(result.tally == Tally(for: 6, against: 1, abstain: 0, none: 0) && result.silent == 6 && result.present == nil)
        try await kit.perform(AnnulPoll(id: poll, reason: "Gửi nhầm"), as: city.admin)
        #expect(try await city.view(poll, for: city.vice).result == result)
    }

    @Test("slips that were described run to their deadline, unless the rules let a certain outcome end them")
    func earlyClose() async throws {
        for (rule, isDescribed, votes, reason) in [
            (nil, true, 4, "rule"), (nil, false, 0, nil), ("never", false, 7, "rule"), ("whenCertain", true, 3, "uncertain"), ("whenCertain", true, 4, nil), ("always", true, 0, nil),
        ] as [(String?, Bool, Int, String?)] {
            let city = try await City.built(rules: .json(#"{"circulation":{"silence":"agree"\#(rule.map { #","earlyClose":"\#($0)""# } ?? "")}}"#))
            let kit = city.kit
            let meeting = try await city.meeting("Phiếu lấy ý kiến", type: .circulated)
            if isDescribed { try await kit.perform(DescribeCirculation(meeting: meeting, reason: "Việc gấp", workingDays: 5, number: "", issuedOn: nil, submitter: ""), as: city.admin) }
            try await city.advance(meeting, .convene)
            if isDescribed { try await kit.perform(ApproveCirculation(meeting: meeting), as: city.chair) }
            let poll = try await city.openPoll(meeting, closesAt: kit.clock.now + 86_400)
            try await city.vote(poll, .for, by: Array(city.seats.prefix(votes)))
            let seen = try #require(try await city.view(poll, for: city.chair).earlyClosing)
            #expect(seen.barred?.parameters["reason"] == reason && seen.isCertain == (rule == "whenCertain" ? votes == 4 : nil) && seen.outstanding == 7 - votes)
            // A member is told nothing about it.
            #expect(try await city.view(poll, for: city.vice).earlyClosing == nil)
            guard reason == nil else {
                let barred = try #require(seen.barred)
                await #expect(throws: barred) { try await kit.perform(ClosePoll(id: poll), as: city.admin) }
                try await kit.perform(ClosePoll(id: poll), as: .clock, at: kit.clock.now + 86_401)
                #expect(try await city.view(poll, for: city.vice).result?.silent == 7 - votes)
                continue
            }
            try await kit.perform(ClosePoll(id: poll), as: city.admin)
            let result = try #require(try await city.view(poll, for: city.vice).result)
            // Whose time was cut short is not taken for silent; where it ended by hand otherwise, the contract's reading stands.
            #expect(result.silent == (rule == "whenCertain" ? 0 : 7 - votes) && result.because.vi.contains("trước thời hạn") == (rule == "whenCertain"))
        }
    }

    @Test("what is voted on is frozen: a new version of the paper never changes an open poll")
    func subject() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let paper = try await city.paper(meeting, digest: "a")
        let subject = PollSubject(document: paper, version: 1, sha256: String(repeating: "a", count: 64))
        let poll = try await city.poll(meeting, subject: subject)
        try await kit.perform(OpenPoll(id: poll), as: city.admin)
        let new = StoredPaper(sha256: String(repeating: "b", count: 64), bytes: 11, mediaType: "application/pdf", fileName: "b.pdf")
        #expect(try await kit.perform(AddDocumentVersion(id: paper, paper: new), as: city.admin).version == 2)
        #expect(try await city.view(poll, for: city.vice).subject == subject)
        #expect(try await kit.refusal(RemoveDocument(id: paper), as: city.admin)?.fields.first?.reason == "field.document-in-use")
        for wrong in [PollSubject(document: paper, version: 1, sha256: new.sha256), .init(document: paper, version: 3, sha256: new.sha256), .init(document: kit.newID(), version: 1, sha256: new.sha256)] {
            let command = CreatePoll(
                id: kit.newID(), meeting: meeting, title: "x", item: nil, subject: wrong, method: .approval, secrecy: .open, rules: nil, show: .atClose, closesAt: nil)
            #expect(try await kit.refusal(command, as: city.admin)?.code == .requestInvalid)
        }
    }

    @Test("a poll goes by the rules of its opening, changed where it says so, and never by rules nobody could mean")
    func rules() async throws {
        let city = try await City.built(rules: .json(#"{"quorum":{"numerator":4,"denominator":5}}"#))
        let kit = city.kit
        let meeting = try await city.meeting()
        try await city.advance(meeting, .convene)
        try await city.attend(meeting, city.seats)
        let poll = try await city.poll(meeting, rules: .json(#"{"quorum":{"numerator":4},"adoption":{"of":"present"}}"#))
        try await kit.perform(SetRules(body: city.council, rules: .json(#"{"quorum":{"numerator":2,"denominator":3}}"#)), as: city.admin)
        try await city.advance(meeting, .open)
        // Four thirds: the patch was written for fifths.
        #expect(try await kit.refusal(OpenPoll(id: poll), as: city.admin)?.code == .requestInvalid)
        let good = try await city.openPoll(meeting, rules: .json(#"{"adoption":{"of":"present"}}"#))
        let view = try await city.view(good, for: city.vice)
        #expect(view.rules.quorum == Fraction(2, 3) && view.rules.adoption.of == .present && view.ruleVersion == 2)
    }

    @Test("a receipt is the short code of the ballot's canonical bytes, which the voter alone can compute again")
    func receipt() async throws {
        let city = try await City.built()
        let meeting = try await city.session()
        let item = try await city.item(meeting)
        let poll = try await city.openPoll(meeting, item: item)
        let receipt = try #require(try await city.vote(poll, .against, by: [city.vice]).first)
        let event = try #require(try await city.kit.events(of: meeting).last { $0.kind == "ballot.recorded" })
        let body = try JSONDecoder().decode(BallotRecorded.self, from: Data(event.body.utf8))
        let fields = [meeting.text, item.text, poll.text, "1", city.vice.id.text, "against", "\(event.at)", try #require(body.nonce)]
        #expect(ReceiptCode.of(ReceiptCode.digest(of: fields)) == receipt.receipt)
        #expect(event.seq == receipt.seq && body.receipt == receipt.receipt && body.choice == .against)
        #expect(event.audience == "person:vice" && event.actor == "person:vice")
        let view = try await city.view(poll, for: city.vice)
        #expect(view.myReceipt == receipt.receipt && view.mySeq == receipt.seq)
    }

    @Test("what waits for a member is what he may vote in and has not")
    func waiting() async throws {
        let city = try await City.built()
        let kit = city.kit
        let poll = try await city.openPoll(try await city.session())
        func waiting(_ caller: Caller) async throws -> [PollID] {
            try await kit.read { tx in try Polls.waiting(for: caller, at: kit.clock.now, in: tx).map(\.id) }
        }
        #expect(try await waiting(city.vice) == [poll])
        #expect(try await waiting(city.clerk) == [])
        #expect(try await waiting(city.admin) == [])
        #expect(try await waiting(city.outsider) == [])
        #expect(try await waiting(.clock) == [])
        try await city.vote(poll, .for, by: [city.vice])
        #expect(try await waiting(city.vice) == [])
        #expect(try await waiting(city.chair) == [poll])
        try await kit.perform(ClosePoll(id: poll), as: city.admin)
        #expect(try await waiting(city.chair) == [])
    }

    @Test("an absent member votes unless the rules forbid it, and his ballot is marked remote")
    func absent() async throws {
        for allowed in [true, false] {
            let city = try await City.built(rules: .json(#"{"absentMayVote":\#(allowed)}"#))
            let meeting = try await city.session(absent: [city.vice])
            try await city.attend(meeting, [city.vice], .absent)
            let poll = try await city.openPoll(meeting)
            let refusal = try await city.kit.refusal(CastVote(poll: poll, choice: .for, text: nil, sealedID: "s"), as: city.vice)
            #expect((refusal == nil) == allowed)
            if let refusal { #expect(refusal.code == .ballotNotEntitled && refusal.parameters["reason"] == "absent") }
            if allowed { #expect(try await city.kit.number("SELECT remote FROM ballot") == 1) }
        }
    }
}
