import Foundation
import Rules
import Store
import Testing
@testable import Cabinet

/// What the clock does when an instant has come; the clock of these tests stands still until it is told.
@Suite("The clockwork")
struct ClockworkTests {
    private func clockwork(_ city: City) -> Clockwork { Clockwork(cabinet: city.kit.cabinet, signingKey: city.kit.signingKey, logger: .quiet) }

    private func tick(_ city: City, _ clockwork: Clockwork) async throws { try await clockwork.tick(at: city.kit.clock.now) }

    @Test("a poll closes by itself, two seconds after its time and not before, in the name of the clock")
    func closes() async throws {
        let city = try await City.built()
        let kit = city.kit
        let clockwork = clockwork(city)
        let meeting = try await city.session()
        let poll = try await city.openPoll(meeting, closesAt: CabinetKit.start + 60)
        try await city.vote(poll, .for, by: city.seats)
        kit.clock.advance(ms: 60_000 + Clockwork.graceMS - 1)
        try await tick(city, clockwork)
        #expect(try await city.view(poll, for: city.vice).state == .open)
        kit.clock.advance(ms: 1)
        try await tick(city, clockwork)
        let view = try await city.view(poll, for: city.vice)
        #expect(view.state == .closed && view.result?.outcome == .adopted)
        let fact = try #require(try await kit.events(of: meeting).last)
        #expect(fact.kind == "poll.closed" && fact.actor == "clock" && fact.at == kit.clock.now.ms)
        let head = fact.seq
        try await tick(city, clockwork)
        #expect(try await kit.events(of: meeting).last?.seq == head)
    }

    @Test("a ballot that arrived in time is counted though its turn came after the time")
    func grace() async throws {
        let city = try await City.built()
        let kit = city.kit
        let poll = try await city.openPoll(try await city.session(), closesAt: CabinetKit.start + 60)
        kit.clock.advance(ms: 61_000)
        try await city.vote(poll, .for, by: city.seats, at: CabinetKit.start + 59)
        kit.clock.advance(ms: 2000)
        try await tick(city, clockwork(city))
        #expect(try await city.view(poll, for: city.vice).result?.tally.for == 7)
    }

    @Test("a paused session stops the time of an open poll, and it goes on with what was left")
    func pause() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let poll = try await city.openPoll(meeting, closesAt: CabinetKit.start + 60)
        let untimed = try await city.openPoll(meeting)
        kit.clock.advance(ms: 20_000)
        try await city.advance(meeting, .pause)
        let paused = try await city.view(poll, for: city.vice)
        #expect(paused.closesAt == nil && paused.remainingMS == 40_000 && paused.whyNot?.parameters["state"] == "paused")
        let facts = try await kit.events(of: meeting)
        #expect(facts.filter { $0.kind == "poll.timer-changed" }.count == 1)
        kit.clock.advance(seconds: 3600)
        try await tick(city, clockwork(city))
        #expect(try await kit.refusal(ClosePoll(id: poll), as: .clock)?.code == .meetingWrongState)
        #expect(try await city.view(poll, for: city.vice).state == .open)
        try await city.advance(meeting, .resume)
        let running = try await city.view(poll, for: city.vice)
        #expect(running.closesAt == kit.clock.now + 40 && running.remainingMS == nil && running.whyNot == nil)
        kit.clock.advance(ms: 40_000 + Clockwork.graceMS)
        try await tick(city, clockwork(city))
        #expect(try await city.view(poll, for: city.vice).state == .closed)
        #expect(try await city.view(untimed, for: city.vice).state == .open)
    }

    @Test("a poll whose time ran out just before the pause closes when the session goes on, and one closed meanwhile has no time left")
    func pauseAtTheEnd() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let late = try await city.openPoll(meeting, closesAt: CabinetKit.start + 60)
        let byHand = try await city.openPoll(meeting, closesAt: CabinetKit.start + 600)
        kit.clock.advance(ms: 61_000)
        try await city.advance(meeting, .pause)
        try await kit.perform(ClosePoll(id: byHand), as: city.chair)
        #expect(try await city.view(byHand, for: city.vice).remainingMS == nil)
        try await city.advance(meeting, .resume)
        #expect(try await kit.refusal(CastVote(poll: late, choice: .for, text: nil, sealedID: "s"), as: city.vice)?.parameters["state"] == "late")
        kit.clock.advance(ms: Clockwork.graceMS)
        try await tick(city, clockwork(city))
        #expect(try await city.view(late, for: city.vice).state == .closed)
    }

    @Test("a poll closed by hand, annulled or still a draft is left alone")
    func leftAlone() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let closesAt = CabinetKit.start + 60
        let closed = try await city.openPoll(meeting, closesAt: closesAt)
        try await kit.perform(ClosePoll(id: closed), as: city.chair)
        let annulled = try await city.openPoll(meeting, closesAt: closesAt)
        try await kit.perform(AnnulPoll(id: annulled, reason: "x"), as: city.chair)
        let draft = try await city.poll(meeting, closesAt: closesAt)
        kit.clock.advance(seconds: 600)
        let before = try await kit.dump()
        try await tick(city, clockwork(city))
        #expect(try await kit.dump() == before)
        #expect(try await city.view(draft, for: city.chair).state == .draft)
        // Its time has passed: it cannot be opened any more.
        #expect(try await kit.refusal(OpenPoll(id: draft), as: city.chair)?.fields.first?.reason == "field.in-the-past")
    }

    @Test("a tie nobody decides in time is not adopted, and the decider comes too late")
    func expires() async throws {
        let city = try await City.built()
        let kit = city.kit
        let clockwork = clockwork(city)
        let meeting = try await city.session()
        let poll = try await city.openPoll(meeting)
        try await city.vote(poll, .for, by: Array(city.seats[1...3]))
        try await city.vote(poll, .against, by: Array(city.seats[4...6]))
        try await kit.perform(ClosePoll(id: poll), as: city.chair)
        let until = try #require(try await city.view(poll, for: city.chair).castingUntil)
        #expect(until == kit.clock.now + 24 * 3600)
        kit.clock.advance(ms: until.ms - kit.clock.now.ms - 1)
        try await tick(city, clockwork)
        #expect(try await city.view(poll, for: city.chair).result?.outcome == .awaitingChairman)
        kit.clock.advance(ms: 1)
        #expect(try await kit.refusal(GiveCastingVote(id: poll, vote: .init(choice: .for, basis: .cast)), as: city.chair)?.code == .pollWrongState)
        try await tick(city, clockwork)
        #expect(try await city.view(poll, for: city.chair).result?.outcome == .notAdopted)
        let fact = try #require(try await kit.events(of: meeting).last)
        #expect(fact.kind == "poll.decided" && fact.actor == "clock")
        try await tick(city, clockwork)
        #expect(try await kit.events(of: meeting).last?.seq == fact.seq)
    }

    @Test("only the clock expires a casting vote, and only when its time is over")
    func onlyTheClock() async throws {
        let city = try await City.built()
        let kit = city.kit
        let poll = try await city.openPoll(try await city.session())
        for caller in [city.admin, city.chair, city.clerk, .operator] {
            #expect(try await kit.refusal(ExpireCastingVote(id: poll), as: caller)?.code == .authForbidden)
        }
        let before = try await kit.dump()
        #expect(try await kit.perform(ExpireCastingVote(id: poll), as: .clock).seq == 0)
        #expect(try await kit.dump() == before)
    }

    @Test("one tick does a bounded number of things, and the next goes on")
    func bounded() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let count = Clockwork.batch + 5
        for n in 0..<count { _ = try await city.openPoll(meeting, closesAt: CabinetKit.start + 60 + Int64(n % 3)) }
        kit.clock.advance(seconds: 120)
        try await tick(city, clockwork(city))
        #expect(try await kit.number("SELECT COUNT(*) FROM poll WHERE state = 'open'") == 5)
        try await tick(city, clockwork(city))
        #expect(try await kit.number("SELECT COUNT(*) FROM poll WHERE state = 'open'") == 0)
    }

    @Test("housekeeping signs a checkpoint and forgets receipts past their time, not before")
    func housekeeping() async throws {
        let city = try await City.built()
        let kit = city.kit
        let poll = try await city.openPoll(try await city.session())
        let key = RequestKey(text: "k", digest: [1])
        try await kit.perform(CastVote(poll: poll, choice: .for, text: nil, sealedID: "s"), as: city.vice, key: key)
        let clockwork = clockwork(city)
        try await clockwork.keepHouse(at: kit.clock.now)
        #expect(try await kit.number("SELECT COUNT(*) FROM checkpoint") == 1)
        #expect(try await kit.finding().fault == nil)
        kit.clock.advance(seconds: Cabinet.receiptDays * 86_400)
        try await clockwork.keepHouse(at: kit.clock.now)
        #expect(try await kit.number("SELECT COUNT(*) FROM receipt") == 1)
        kit.clock.advance(ms: 1)
        try await clockwork.keepHouse(at: kit.clock.now)
        #expect(try await kit.number("SELECT COUNT(*) FROM receipt") == 0)
        #expect(Cabinet.receiptDays >= 30)
    }
}
