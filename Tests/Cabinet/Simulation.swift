import Foundation
import Rules
import Store
import Testing
@testable import Cabinet

/// Random commands by random callers at random instants, the same for the same seed. After each one the laws are asked.
final class Simulation {
    /// Stands in everything personal: must never be seen in the clear.
    static let personal = "BÍ MẬT CÁ NHÂN"

    let seed: UInt64
    let city: City
    var random: SplitMix
    var bodies: [BodyID]
    var meetings: [MeetingID] = []
    var items: [AgendaItemID] = []
    var papers: [DocumentID] = []
    var polls: [PollID] = []
    var floor: [FloorRequestID] = []
    var proposals: [ProposalID] = []
    var sessions: [(id: String, account: UserID)] = []
    var digests: [String] = []
    private(set) var step = 0
    private(set) var done: [String: Int] = [:]
    private(set) var refused: [String: Int] = [:]
    private let clockwork: Clockwork
    private var desks: ReportCity?

    var kit: CabinetKit { city.kit }

    init(seed: UInt64) async throws {
        self.seed = seed
        city = try await City.built()
        random = SplitMix(seed: seed)
        bodies = [city.council, city.district]
        clockwork = Clockwork(cabinet: city.kit.cabinet, signingKey: city.kit.signingKey, logger: .quiet)
    }

    /// The people of the desks, made when first asked for.
    func town() async throws -> ReportCity {
        if let desks { return desks }
        let made = try await ReportCity(city)
        desks = made
        return made
    }

    /// - Parameter each: how often the dear laws are asked.
    func run(steps: Int, sweepEvery each: Int) async throws {
        for n in 1...steps {
            step = n
            if n % each == 1 { try await begin() }
            if chance(3) { kit.clock.advance(ms: Int64.random(in: 0...120_000, using: &random)) }
            if chance(60) { kit.clock.advance(seconds: Int64.random(in: 3600...90_000, using: &random)) }
            let command = weighted.randomElement(using: &random)!
            try await perform(command)
            if chance(8) { try await tick() }
            if n.isMultiple(of: each) { try await Laws(simulation: self).ask() }
        }
        try await clockwork.keepHouse(at: kit.clock.now)
        try await Laws(simulation: self).ask()
    }

    /// A session and a circulated meeting under way, so that random commands have something to meet.
    private func begin() async throws {
        let absent = city.seats.filter { _ in chance(5) }
        let session = try await city.meeting("Phiên \(step)")
        try await city.advance(session, .convene)
        for person in city.seats where !absent.contains(person) {
            try await attempt(RecordAttendance(meeting: session, user: person.id, state: .inRoom, reason: nil, sealedID: kit.newText()), as: city.admin)
        }
        // Those absent, or no longer members, may be too many: then it stays convened.
        try await attempt(AdvanceMeeting(id: session, transition: .open), as: city.admin)
        let circulated = try await city.meeting("Phiếu \(step)", type: .circulated)
        try await city.advance(circulated, .convene)
        meetings += [session, circulated]
        for meeting in [session, circulated] {
            items.append(try await city.item(meeting))
            for _ in 0..<3 { try await perform(CreatePoll.name.text) }
        }
        for poll in polls.suffix(6) { try await attempt(OpenPoll(id: poll), as: city.admin) }
        // A tie, so that there is something to decide.
        guard let tied = try await attempt(CreatePoll.plain(kit.newID(), in: session), as: city.admin)?.id, try await attempt(OpenPoll(id: tied), as: city.chair) != nil else { return }
        for (voter, choice) in zip(city.seats[1...4], [Choice.for, .against, .for, .against]) {
            try await attempt(CastVote(poll: tied, choice: choice, text: nil, sealedID: kit.newText()), as: voter)
        }
        try await attempt(ClosePoll(id: tied), as: city.admin)
        polls.append(tied)
    }

    /// Names of commands, those that carry a meeting on more often.
    private lazy var weighted: [String] = Catalogue.commands.flatMap { command in
        let name = command.name.text
        let weight =
            switch name {
            case "vote.cast": 40
            case "meeting.advance", "attendance.record": 16
            case "poll.create", "poll.open": 12
            case "poll.close", "poll.casting-vote": 8
            case "meeting.create", "document.add", "agenda.add": 5
            case "body.add", "account.add", "password.change", "account.disable", "session.end-all", "trust.note-change", "trust.add-anchor", "trust.remove-anchor", "request.note": 1
            case _ where Self.reportCommands.contains(name): 1
            default: 3
            }
        return Array(repeating: name, count: weight)
    }

    func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }
    func pick<T>(_ from: [T]) -> T { from.randomElement(using: &random)! }
    /// Mostly one of those there are, now and then one that is not.
    func pickID<T>(_ from: [Identifier<T>]) -> Identifier<T> { from.isEmpty || chance(25) ? kit.newID() : pick(from.count > 6 && !chance(4) ? Array(from.suffix(6)) : from) }

    var caller: Caller {
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<5: city.admin
        case 5..<7: pick([city.clerk, city.chair, city.unitSecretary])
        default: pick(city.callers)
        }
    }

    private func tick() async throws {
        let before = try await kit.number("SELECT pos FROM shard WHERE id = 0")
        try await clockwork.tick(at: kit.clock.now)
        try await Laws(simulation: self).askOfNewFacts(after: before)
    }

    /// Performs one command in whatever circumstances: done, its facts are true; refused, nothing has changed; asked again, the same answer.
    /// - Returns: the receipt; nil when refused.
    @discardableResult
    func attempt<C: Command>(_ command: C, as caller: Caller) async throws -> C.Receipt? {
        let at = chance(5) ? Timestamp(ms: kit.clock.now.ms - Int64.random(in: 0...3000, using: &random)) : kit.clock.now
        let key = chance(2) ? RequestKey(text: kit.newText(), digest: chance(4) ? nil : [UInt8(truncatingIfNeeded: step)]) : nil
        let before = chance(3) ? try await kit.dump() : nil
        let position = try await kit.number("SELECT pos FROM shard WHERE id = 0")
        do {
            let receipt = try await kit.perform(command, as: caller, key: key, at: at)
            done[C.name.text, default: 0] += 1
            try await Laws(simulation: self).askOfNewFacts(after: position)
            if let key, chance(3) {
                let dump = try await kit.dump()
                let again = try await kit.perform(command, as: caller, key: key)
                #expect(try Canonical.encode(again) == Canonical.encode(receipt), "\(place) \(C.name)")
                #expect(try await kit.dump() == dump, "\(place) \(C.name): asked again, something changed")
                let other = RequestKey(text: key.text, digest: [0xFF, 0xFE])
                if key.digest != nil { #expect(try await kit.refusal(command, as: caller, key: other)?.code == .idempotencyMismatch, "\(place) \(C.name)") }
            }
            return receipt
        } catch let refusal as Refusal {
            refused[C.name.text, default: 0] += 1
            if let before {
                let after = try await kit.dump()
                for (table, rows) in after { #expect(rows == before[table], "\(place) \(C.name) was refused (\(refusal.code.rawValue)) and changed \(table)") }
            }
            return nil
        }
    }

    var place: String { "seed \(seed), step \(step):" }
}

extension CreatePoll {
    static func plain(_ id: PollID, in meeting: MeetingID) -> CreatePoll {
        CreatePoll(id: id, meeting: meeting, title: "Ý kiến", item: nil, subject: nil, method: .approval, secrecy: .open, rules: nil, show: .atClose, closesAt: nil)
    }
}
