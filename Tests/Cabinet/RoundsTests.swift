import Rules
import Store
import Testing
@testable import Cabinet

/// Amendments, rounds, timers, and votes taken by hand or by name.
@Suite("Rounds and counts")
struct RoundsTests {
    private func create(_ city: City, _ meeting: MeetingID, amends: PollID? = nil, durationS: Int64? = nil, taking: PollTaking = .devices) -> CreatePoll {
        CreatePoll(
            id: city.kit.newID(), meeting: meeting, title: "Thông qua", item: nil, subject: nil, method: .approval, secrecy: .open, rules: nil, show: .atClose, closesAt: nil,
            amends: amends, durationS: durationS, taking: taking)
    }

    @Test("an amendment comes before what it amends")
    func amendments() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let main = try await city.poll(meeting)
        let amendment = try await kit.perform(create(city, meeting, amends: main), as: city.admin).id
        #expect(try await kit.refusal(OpenPoll(id: main), as: city.chair)?.code == .pollAmendmentsFirst)
        try await kit.perform(OpenPoll(id: amendment), as: city.chair)
        #expect(try await kit.refusal(OpenPoll(id: main), as: city.chair)?.code == .pollAmendmentsFirst)
        try await kit.perform(ClosePoll(id: amendment), as: city.chair)
        try await kit.perform(OpenPoll(id: main), as: city.chair)
        #expect(try await kit.refusal(create(city, meeting, amends: main), as: city.admin)?.fields.first?.reason == "poll.amends-too-late")
    }

    @Test("a poll in preparation is corrected as a whole, and taken back with nothing left of it")
    func correct() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let item = try await city.item(meeting)
        let poll = try await city.poll(meeting)
        let before = try await city.view(poll, for: city.chair)
        var draft = CreatePoll(
            id: poll, meeting: meeting, title: "Bầu tổ kiểm phiếu", item: item, subject: nil, method: .election, secrecy: .secret, rules: nil, show: .atClose, closesAt: nil,
            options: [.init(id: PollOptionID(trusted: "a"), title: "An"), .init(id: PollOptionID(trusted: "b"), title: "Bình")], places: 1, durationS: 60)
        try await kit.perform(EditPoll(to: draft), as: city.chair)
        let after = try await city.view(poll, for: city.chair)
        #expect(after.title == "Bầu tổ kiểm phiếu" && after.item == item && after.method == .election && after.secrecy == .secret && after.durationS == 60)
        #expect(after.options.map(\.title) == ["An", "Bình"] && after.version == before.version + 1 && after.state == .draft)
        draft.options.removeLast()
        draft.places = 2
        #expect(try await kit.refusal(EditPoll(to: draft), as: city.chair)?.code == .requestInvalid)
        #expect(try await kit.refusal(EditPoll(to: draft), as: city.vice)?.code == .notFound)
        try await kit.perform(DropPoll(id: poll), as: city.clerk)
        #expect(try await kit.read { tx in try tx.row("SELECT (SELECT COUNT(*) FROM poll) + (SELECT COUNT(*) FROM poll_option) AS n")!.int("n") } == 0)
        let put = try await city.openPoll(meeting)
        #expect(try await kit.refusal(DropPoll(id: put), as: city.chair)?.code == .pollWrongState)
        #expect(try await kit.refusal(EditPoll(to: .plain(put, in: meeting)), as: city.chair)?.code == .pollWrongState)
    }

    @Test("a mistaken amendment no longer blocks what it amends; what is amended neither goes nor amends")
    func mistakenAmendment() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let main = try await city.poll(meeting)
        let other = try await city.poll(meeting)
        let amendment = try await kit.perform(create(city, meeting, amends: main), as: city.admin).id
        #expect(try await kit.refusal(DropPoll(id: main), as: city.chair)?.parameters["state"] == "amended")
        var draft = CreatePoll.plain(main, in: meeting)
        draft.amends = other
        #expect(try await kit.refusal(EditPoll(to: draft), as: city.chair)?.fields.first?.reason == "poll.amends-amended")
        draft.amends = main
        #expect(try await kit.refusal(EditPoll(to: draft), as: city.chair)?.fields.first?.reason == "field.unknown-poll")
        try await kit.perform(DropPoll(id: amendment), as: city.chair)
        try await kit.perform(OpenPoll(id: main), as: city.chair)
    }

    @Test("annul and repeat: the new round names the old one, and both stay")
    func again() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let item = try await city.item(meeting)
        let first = try await city.openPoll(meeting, item: item)
        try await city.vote(first, .for, by: [city.vice])
        #expect(try await kit.refusal(RepeatPoll(of: first, as: kit.newID()), as: city.chair)?.code == .pollWrongState)
        try await kit.perform(AnnulPoll(id: first, reason: "Nhầm văn bản"), as: city.chair)
        let second = try await kit.perform(RepeatPoll(of: first, as: kit.newID()), as: city.chair).id
        let view = try await city.view(second, for: city.chair)
        #expect(view.repeats == first && view.round == 2 && view.state == .draft && view.item == item)
        #expect(try await city.view(first, for: city.chair).state == .annulled)
        #expect(try await kit.refusal(RepeatPoll(of: first, as: kit.newID()), as: city.chair)?.parameters["state"] == "repeated")
        try await kit.perform(OpenPoll(id: second), as: city.chair)
        try await city.vote(second, .for, by: city.seats)
        try await kit.perform(ClosePoll(id: second), as: city.chair)
        #expect(try await kit.refusal(RepeatPoll(of: second, as: kit.newID()), as: city.chair)?.parameters["state"] == "adopted")
    }

    @Test("a timer begins at the opening, and the poll closes by itself")
    func timer() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let poll = try await kit.perform(create(city, meeting, durationS: 60), as: city.admin).id
        kit.clock.advance(seconds: 500)
        try await kit.perform(OpenPoll(id: poll), as: city.chair)
        #expect(try await city.view(poll, for: city.chair).closesAt == kit.clock.now + 60)
        kit.clock.advance(seconds: 63)
        try await Clockwork(cabinet: kit.cabinet, signingKey: kit.signingKey, logger: .quiet).tick(at: kit.clock.now)
        #expect(try await city.view(poll, for: city.chair).state == .closed)
        #expect(try await kit.refusal(create(city, meeting, durationS: 1), as: city.admin)?.fields.first?.pointer == "/durationSeconds")
        #expect(try await kit.refusal(create(city, meeting, durationS: 60, taking: .hands), as: city.admin)?.fields.first?.pointer == "/taking")
    }

    @Test("a show of hands: one enters, another confirms with the same numbers, and the poll closes by the same count")
    func hands() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let poll = try await kit.perform(create(city, meeting, taking: .hands), as: city.admin).id
        try await kit.perform(OpenPoll(id: poll), as: city.chair)
        #expect(try await kit.refusal(CastVote(poll: poll, choice: .for, text: nil, sealedID: "s"), as: city.vice)?.code == .pollByHand)
        #expect(try await kit.refusal(ClosePoll(id: poll), as: city.chair)?.code == .pollCountFirst)
        let count = HandCount(for: 5, against: 1, abstain: 1)
        #expect(try await kit.refusal(ConfirmCount(id: poll, count: count), as: city.chair)?.code == .pollCountFirst)
        #expect(try await kit.refusal(EnterCount(id: poll, count: .init(for: 5, against: 1, abstain: 0)), as: city.clerk)?.fields.first?.reason == "count.mismatch")
        #expect(try await kit.refusal(EnterCount(id: poll, count: count), as: city.vice)?.code == .authForbidden)
        try await kit.perform(EnterCount(id: poll, count: count), as: city.clerk)
        #expect(try await kit.refusal(ConfirmCount(id: poll, count: count), as: city.clerk)?.code == .pollSecondPerson)
        #expect(try await kit.refusal(ConfirmCount(id: poll, count: .init(for: 4, against: 2, abstain: 1)), as: city.chair)?.fields.first?.reason == "count.differs")
        try await kit.perform(ConfirmCount(id: poll, count: count), as: city.chair)
        let view = try await city.view(poll, for: city.vice)
        #expect(view.state == .closed && view.result?.heads == Tally(for: 5, against: 1, abstain: 1) && view.result?.outcome == .adopted && view.named == nil)
    }

    @Test("a roll-call becomes ballots with names")
    func rollCall() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session(absent: [city.vice])
        let poll = try await kit.perform(create(city, meeting, taking: .rollCall), as: city.admin).id
        try await kit.perform(OpenPoll(id: poll), as: city.chair)
        let answers = city.seats.filter { $0 != city.vice }.enumerated().map { HandCount.Answer(userId: $0.element.id, choice: $0.offset == 0 ? .against : .for) }
        try await kit.perform(EnterCount(id: poll, count: .init(votes: answers)), as: city.clerk)
        try await kit.perform(ConfirmCount(id: poll, count: .init(votes: answers.reversed())), as: city.admin)
        let view = try await city.view(poll, for: city.vice)
        #expect(view.result?.heads == Tally(for: 5, against: 1, none: 1))
        #expect(view.named?.first { $0.user == city.chair.id }?.choice == .against && view.named?.first { $0.user == city.vice.id }?.choice == nil)
    }
}
