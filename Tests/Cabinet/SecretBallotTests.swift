import Crypto
import Foundation
import Proof
import Rules
import Store
import Testing
@testable import Cabinet

/// The contract of design §4.9: that a seat voted is known, how it voted is not.
@Suite("Secret ballots")
struct SecretBallotTests {
    private static func tracker(_ n: Int) -> String { String(format: "%032x", n &* 7_919 &+ 1) }

    private func cast(_ city: City, _ poll: PollID, _ choice: Choice, by voter: Caller, tracker: String, key: RequestKey? = nil) async throws -> CastVote.Receipt {
        try await city.kit.perform(CastVote(poll: poll, choice: choice, text: nil, tracker: tracker, sealedID: "s"), as: voter, key: key)
    }

    private func built(members: Int = 4) async throws -> (City, MeetingID, PollID) {
        let city = try await City.built(members: members)
        let meeting = try await city.session()
        let poll = try await city.poll(meeting, secrecy: .secret)
        try await city.kit.perform(OpenPoll(id: poll), as: city.admin)
        return (city, meeting, poll)
    }

    @Test("while it is open: who voted is known, nothing says how; once closed each voter finds his tracker")
    func life() async throws {
        let (city, meeting, poll) = try await built()
        let kit = city.kit
        for (n, voter) in city.seats.enumerated() { _ = try await cast(city, poll, n < 5 ? .for : .against, by: voter, tracker: Self.tracker(n)) }
        let open = try await city.view(poll, for: city.chair)
        #expect(open.returned == city.seats.count && open.outstanding == [] && open.verdict == nil && open.named == nil && open.slips == nil && open.mine == nil && open.hasVoted)
        try await kit.perform(ClosePoll(id: poll), as: city.chair)
        let view = try await city.view(poll, for: city.members[0])
        #expect(view.result?.tally == Tally(for: 5, against: city.seats.count - 5) && view.result?.outcome == .adopted && view.named == nil)
        let slips = try #require(view.slips)
        #expect(slips.map(\.tracker) == slips.map(\.tracker).sorted())
        for n in city.seats.indices { #expect(slips.first { $0.tracker == Self.tracker(n) }?.choice == (n < 5 ? .for : .against)) }
        #expect(try await kit.number("SELECT COUNT(*) FROM slip") == 0)
        #expect(try kit.cabinet.slipKeys.polls().isEmpty, "the key is gone with the close")
        // The record of the meeting tells the same, and nobody's name beside it.
        let closed = try #require(try await kit.events(of: meeting).last { $0.kind == "poll.closed" })
        let fact = try Canonical.decode(PollClosed.self, from: closed.body)
        #expect(fact.slips == slips && fact.named == nil)
        for voter in city.seats { #expect(!closed.body.contains("\"\(voter.id)\"")) }
    }

    @Test("no table, fact or receipt holds a choice or a tracker while the poll is open, and afterwards none beside a person")
    func tables() async throws {
        let (city, _, poll) = try await built()
        let kit = city.kit
        for (n, voter) in city.seats.enumerated() {
            // Without a digest: even that of a request could be tried with three choices.
            let receipt = try await cast(city, poll, .against, by: voter, tracker: Self.tracker(n), key: .init(text: "k\(n)", digest: nil))
            #expect(receipt.receipt == nil)
        }
        for (table, text) in try await kit.dump() {
            for n in city.seats.indices { #expect(!text.contains(Self.tracker(n)), "\(table) holds a tracker") }
            if table != "poll" && table != "rule_set" { #expect(!text.contains("against"), "\(table) holds a choice") }
        }
        #expect(try await kit.number("SELECT COUNT(*) FROM receipt WHERE digest IS NOT NULL AND command = 'vote.cast'") == 0)
        #expect(try await kit.number("SELECT COUNT(*) FROM receipt WHERE command = 'vote.cast' AND body NOT LIKE '{\"seq\":%}'") == 0)
        let sizes = try await kit.read { tx in try tx.rows("SELECT sealed FROM slip ORDER BY slip").map { $0.blob("sealed").count } }
        #expect(Set(sizes).count == 1, "the length of a slip tells nothing")
        let columns = try await kit.read { tx in
            try ["voted", "slip"].map { table in Set(try tx.rows("SELECT name FROM pragma_table_info(\(table)) ORDER BY name").map { $0.text("name") }) }
        }
        #expect(columns == [["poll", "account"], ["poll", "slip", "sealed"]], "the two share the poll and nothing else")
        try await kit.perform(ClosePoll(id: poll), as: city.chair)
        let dump = try await kit.dump()
        for n in city.seats.indices {
            for (table, text) in dump where table != "secret_vote" && table != "event" { #expect(!text.contains(Self.tracker(n)), "\(table) holds a tracker") }
        }
        for voter in city.seats { #expect(!dump["secret_vote"]!.contains("'\(voter.id)'")) }
    }

    @Test("a second ballot is refused, a repeated one has the first answer, whatever it says")
    func once() async throws {
        let (city, _, poll) = try await built()
        let key = RequestKey(text: "k", digest: nil)
        let first = try await cast(city, poll, .for, by: city.vice, tracker: Self.tracker(1), key: key)
        let again = try await cast(city, poll, .against, by: city.vice, tracker: Self.tracker(2), key: key)
        #expect(again.seq == first.seq)
        let second = CastVote(poll: poll, choice: .against, text: nil, tracker: Self.tracker(3), sealedID: "s")
        #expect(try await city.kit.refusal(second, as: city.vice)?.code == .ballotAlreadyCast)
        #expect(try await city.kit.number("SELECT COUNT(*) FROM slip") == 1)
    }

    @Test("a tracker is needed, an opinion is not taken, and unequal weights cannot vote secretly")
    func refused() async throws {
        let (city, meeting, poll) = try await built()
        let kit = city.kit
        for (command, pointer) in [
            (CastVote(poll: poll, choice: .for, text: nil, sealedID: "s"), "/tracker"), (CastVote(poll: poll, choice: .for, text: nil, tracker: "abc", sealedID: "s"), "/tracker"),
            (CastVote(poll: poll, choice: .for, text: "Tôi là Phó Chủ tịch", tracker: Self.tracker(1), sealedID: "s"), "/text"),
            (CastVote(poll: poll, choice: nil, text: nil, tracker: Self.tracker(1), sealedID: "s"), "/choice"),
        ] {
            #expect(try await kit.refusal(command, as: city.vice)?.fields.first?.pointer == pointer)
        }
        let open = try await city.openPoll(meeting)
        #expect(try await kit.refusal(CastVote(poll: open, choice: .for, text: nil, tracker: Self.tracker(1), sealedID: "s"), as: city.vice)?.fields.first?.pointer == "/tracker")
        try await city.seat(city.vice, .viceChairman, weight: 2)
        let other = try await city.session("Phiên khác")
        let wanted = CreatePoll(
            id: kit.newID(), meeting: other, title: "x", item: nil, subject: nil, method: .approval, secrecy: .secret, rules: nil, show: .atClose, closesAt: nil)
        #expect(try await kit.refusal(wanted, as: city.admin)?.fields.first?.reason == "poll.secret-unequal-weights")
    }

    @Test("show: live never shows a secret poll")
    func live() async throws {
        let (city, meeting, _) = try await built()
        let poll = try await city.poll(meeting, show: .live, secrecy: .secret)
        try await city.kit.perform(OpenPoll(id: poll), as: city.admin)
        _ = try await cast(city, poll, .for, by: city.vice, tracker: Self.tracker(1))
        #expect(try await city.view(poll, for: city.chair).verdict == nil)
    }

    @Test("a tie waits for what the chairman declares; the secretary enters it, his secret ballot is not looked at")
    func tie() async throws {
        let (city, _, poll) = try await built(members: 3)
        for (n, voter) in city.seats.enumerated() { _ = try await cast(city, poll, n.isMultiple(of: 2) ? .for : .against, by: voter, tracker: Self.tracker(n)) }
        try await city.kit.perform(ClosePoll(id: poll), as: city.chair)
        guard city.seats.count.isMultiple(of: 2) else { return }
        #expect(try await city.view(poll, for: city.clerk).mayDeclare)
        #expect(try await city.view(poll, for: city.clerk).verdict?.outcome == .awaitingChairman)
        try await city.kit.perform(GiveCastingVote(id: poll, vote: .init(choice: .for, basis: .declared)), as: city.clerk)
        #expect(try await city.view(poll, for: city.clerk).verdict?.outcome == .adopted)
    }

    @Test("an annulled box is never looked into; a box without its key can only be annulled")
    func annulled() async throws {
        let (city, meeting, poll) = try await built()
        let kit = city.kit
        _ = try await cast(city, poll, .for, by: city.vice, tracker: Self.tracker(1))
        try await kit.perform(AnnulPoll(id: poll, reason: "Nhầm nội dung"), as: city.chair)
        #expect(try await kit.number("SELECT COUNT(*) FROM slip") == 0)
        #expect(try kit.cabinet.slipKeys.polls().isEmpty)
        let lost = try await city.poll(meeting, secrecy: .secret)
        try await kit.perform(OpenPoll(id: lost), as: city.admin)
        _ = try await cast(city, lost, .for, by: city.vice, tracker: Self.tracker(2))
        try kit.cabinet.slipKeys.destroy(lost)
        #expect(try await kit.refusal(ClosePoll(id: lost), as: city.chair)?.code == .pollKeyLost)
        #expect(try await kit.refusal(CastVote(poll: lost, choice: .for, text: nil, tracker: Self.tracker(3), sealedID: "s"), as: city.chair)?.code == .pollKeyLost)
        try await kit.perform(AnnulPoll(id: lost, reason: "Mất khóa"), as: city.chair)
    }

    @Test("a key that a crash left behind is swept by the clock")
    func swept() async throws {
        let (city, _, poll) = try await built()
        let kit = city.kit
        try await kit.perform(ClosePoll(id: poll), as: city.chair)
        try kit.cabinet.slipKeys.make(for: poll)
        try await Clockwork(cabinet: kit.cabinet, signingKey: kit.signingKey, logger: .quiet).tick(at: kit.clock.now)
        #expect(try kit.cabinet.slipKeys.polls().isEmpty)
    }

    /// The k-th to vote stands anywhere in the list of slips, sealed or published, with the same chance: χ² over all positions,
    /// three times as far from its mean as one in a thousand honest runs would come.
    @Test("the order of voting is in no order that is kept")
    func statistics() async throws {
        let rounds = 600
        let voters = 7
        var sealed = Array(repeating: 0, count: voters)
        var published = Array(repeating: 0, count: voters)
        let random = SplitMix(seed: 20261128)
        let city = try await City.built(members: 4)
        let meeting = try await city.session()
        let kit = city.kit
        let live = Surroundings.live.random
        let places = try await kit.store.write { [random] tx in
            var random = random
            let rules = try Canonical.encode(try Rosters.rules(of: try MeetingRow.locked(meeting, in: tx), in: tx).rules)
            return try (0..<rounds).map { round in
                // The row of the poll is all that the tables ask for; five hundred polls of a meeting are its limit.
                let poll = PollID(trusted: "round\(round)")
                try tx.execute(
                    """
                    INSERT INTO poll (id, meeting, title, method, secrecy, round, show_when, rules, rules_patch, state, created_at)
                    VALUES (\(poll.text), \(meeting.text), 'x', 'approval', 'secret', 1, 'atClose', \(rules), '{}', 'open', 0)
                    """)
                let key = SlipKey(poll: poll, key: SymmetricKey(size: .bits256))
                let trackers = (0..<voters).map { _ in String(random.next(), radix: 16) + String(random.next(), radix: 16) }
                let row = try PollRow.find(poll, in: tx)!
                for (voter, tracker) in zip(city.seats, trackers) {
                    try SecretVotes.put(Slip(tracker: tracker, choice: .for), of: voter.id, in: row, sealedWith: key, id: Hex.encode(live(16)), tx: tx)
                }
                let slips = try tx.rows("SELECT sealed FROM slip WHERE poll = \(poll.text)").map { try key.open($0.blob("sealed")).tracker }
                try SecretVotes.open(row, key: key, random: live, tx: tx)
                let list = try tx.rows("SELECT tracker FROM secret_vote WHERE poll = \(poll.text)").map { $0.text("tracker") }
                return (slips.firstIndex(of: trackers[0])!, list.firstIndex(of: trackers[0])!)
            }
        }
        for place in places {
            sealed[place.0] += 1
            published[place.1] += 1
        }
        for counts in [sealed, published] {
            let expected = Double(rounds) / Double(voters)
            let chi2 = counts.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
            #expect(chi2 < 40, "\(counts)")
        }
    }

    @Test("an election by secret ballot: as many as there are places, blank said explicitly, options in the published list")
    func election() async throws {
        let city = try await City.built()
        let kit = city.kit
        let meeting = try await city.session()
        let options = ["An", "Bình", "Cúc"].map { PollOption(id: PollOptionID(trusted: $0.lowercased().folding(options: .diacriticInsensitive, locale: nil)), title: $0) }
        let poll = try await kit.perform(
            CreatePoll(
                id: kit.newID(), meeting: meeting, title: "Bầu", item: nil, subject: nil, method: .election, secrecy: .secret, rules: nil, show: .atClose, closesAt: nil,
                options: options, places: 2), as: city.admin
        ).id
        try await kit.perform(OpenPoll(id: poll), as: city.admin)
        func ballot(_ indexes: [Int], _ n: Int) -> CastVote {
            CastVote(poll: poll, choice: nil, selections: indexes.map { options[$0].id }, text: nil, tracker: Self.tracker(n), sealedID: "s")
        }
        #expect(try await kit.refusal(ballot([0, 1, 2], 9), as: city.chair)?.fields.first?.reason == "poll.too-many-selections")
        let votes = [[0, 1], [0, 1], [0], [0, 2], [], [1, 0], [0]]
        for (n, voter) in city.seats.enumerated() { try await kit.perform(ballot(votes[n], n), as: voter) }
        let sizes = try await kit.read { tx in Set(try tx.rows("SELECT sealed FROM slip ORDER BY slip").map { $0.blob("sealed").count }) }
        #expect(sizes.count == 1)
        try await kit.perform(ClosePoll(id: poll), as: city.chair)
        let view = try await city.view(poll, for: city.vice)
        let result = try #require(view.election)
        #expect(result.options.map(\.count) == [6, 3, 1] && result.blank == 1 && result.elected == [options[0].id] && result.outcome == .adopted)
        #expect(view.slips?.count == city.seats.count && view.slips?.first { $0.tracker == Self.tracker(4) }?.selections == [])
    }
}
