import Foundation
import Proof
import Rules
import Store
import Testing
@testable import Cabinet

/// What is true after any command, whoever gave it: asked of tables and log, not of the code that wrote them.
struct Laws {
    let simulation: Simulation
    private var kit: CabinetKit { simulation.kit }
    private var place: String { simulation.place }

    init(simulation: Simulation) { self.simulation = simulation }

    func ask() async throws {
        let finding = try await kit.finding()
        #expect(finding.fault == nil, "\(place) \(finding.fault ?? "")")
        try await everyBallotIsAFact()
        try await everyResultStands()
        try await nothingPersonalInTheClear()
        try await everyoneSeesWhatHeMay()
    }

    /// Numbers in the newest facts are those a naive recount of the tables gives at the same instant.
    func askOfNewFacts(after position: Int64) async throws {
        let place = place
        try await kit.read { tx in
            for row in try tx.rows("SELECT stream, kind, body, pos FROM event WHERE pos > \(position) ORDER BY pos") {
                let kind = row.text("kind")
                guard row.text("stream").hasPrefix("meeting:") else { continue }
                let body = try JSONSerialization.jsonObject(with: Data(row.text("body").utf8)) as! [String: Any]
                let meeting = String(row.text("stream").dropFirst("meeting:".count))
                let naive = try NaiveCount(meeting: meeting, in: tx)
                if let quorate = body["quorate"] as? Bool {
                    #expect(body["members"] as? Int == naive.members && body["present"] as? Int == naive.present, "\(place) \(kind): \(body) but \(naive.present)/\(naive.members)")
                    #expect(body["needed"] as? Int == naive.needed && quorate == naive.isQuorate, "\(place) \(kind): \(body) but \(naive.needed)")
                }
                if kind == "meeting.opened" { #expect(naive.isQuorate, "\(place) opened without quorum") }
                if kind == "poll.opened" {
                    #expect(body["members"] as? Int == naive.members && body["present"] as? Int == naive.present, "\(place) \(kind): \(body)")
                }
                if kind == "poll.closed" || kind == "poll.decided" { try Self.check(kind, body, naive, place, in: tx) }
            }
        }
    }

    private static func check(_ kind: String, _ body: [String: Any], _ naive: NaiveCount, _ place: String, in tx: borrowing Transaction) throws {
        let poll = body["poll"] as! String
        let stored = Set(try Canonical.decode([String].self, from: try tx.row("SELECT present_at_closing FROM poll WHERE id = \(poll)")!.text("present_at_closing")))
        if kind == "poll.closed" { #expect(stored == Set(naive.seats.filter(\.isPresent).map(\.user)), "\(place) \(kind)") }
        // Elections are counted twice in Tests/Rules.
        guard try tx.exists("SELECT 1 FROM poll WHERE id = \(poll) AND method = 'approval'") else { return #expect(body["tally"] == nil && body["options"] != nil, "\(place)") }
        let result = try naive.result(of: poll, present: stored, in: tx)
        let tally = body["tally"] as! [String: Int]
        let heads = body["heads"] as! [String: Int]
        #expect(tally == ["for": result.tally.for, "against": result.tally.against, "abstain": result.tally.abstain, "none": result.tally.none], "\(place) \(kind)")
        #expect(heads == ["for": result.heads.for, "against": result.heads.against, "abstain": result.heads.abstain, "none": result.heads.none], "\(place) \(kind)")
        #expect(body["members"] as? Int == naive.members, "\(place) \(kind)")
        #expect(body["present"] as? Int == (naive.isCirculated ? nil : result.present), "\(place) \(kind)")
        #expect(body["outcome"] as? String == result.outcome.rawValue, "\(place) \(kind): \(body) but naively \(result)")
        #expect(heads.values.reduce(0, +) == naive.members && tally.values.reduce(0, +) == naive.seats.reduce(0) { $0 + $1.weight }, "\(place) \(kind)")
    }

    /// No ballot without its fact, no fact without its ballot, and the receipt is the fact's.
    private func everyBallotIsAFact() async throws {
        let place = place
        try await kit.read { tx in
            let secret = Set(try tx.rows("SELECT id FROM poll WHERE secrecy = 'secret' ORDER BY id").map { $0.text("id") })
            var last: [String: (seq: Int64, vote: String, receipt: String)] = [:]
            var inBox: [String: Int] = [:]
            var received: [String: Int] = [:]
            for row in try tx.rows("SELECT stream, seq, kind, actor, audience, body FROM event WHERE kind IN ('ballot.recorded', 'ballot.received') ORDER BY pos") {
                let body = try JSONSerialization.jsonObject(with: Data(row.text("body").utf8)) as! [String: Any]
                let ballot = "\(body["poll"]!) \(row.text("actor").dropFirst("person:".count))"
                if row.text("kind") == "ballot.received" {
                    received[ballot, default: 0] += 1
                    #expect(body["choice"] == nil && "person:\(body["userId"]!)" == row.text("actor"), "\(place)")
                } else if secret.contains(body["poll"] as! String) {
                    inBox[ballot, default: 0] += 1
                    #expect(Array(body.keys) == ["poll"] && row.text("audience") == row.text("actor"), "\(place) a secret ballot says more than that it is there")
                } else {
                    let fact = try Canonical.decode(BallotRecorded.self, from: row.text("body"))
                    let vote = fact.choice?.rawValue ?? fact.selections!.map(\.text).joined(separator: ",")
                    last[ballot] = (row.integer("seq"), vote, body["receipt"] as! String)
                    #expect(row.text("audience") == row.text("actor"), "\(place) a ballot heard by others")
                }
            }
            let ballots = try tx.rows(
                """
                SELECT b.poll, b.account, b.choice, b.selections, b.nonce, b.seq, b.receipt, b.at, p.meeting, p.item, p.round, e.body
                FROM ballot b JOIN poll p ON p.id = b.poll LEFT JOIN event e ON e.stream = 'meeting:' || p.meeting AND e.seq = b.seq ORDER BY b.poll, b.account
                """)
            #expect(ballots.count == last.count && received.count == last.count + inBox.count && inBox.values.allSatisfy { $0 == 1 }, "\(place)")
            let voted = try tx.rows("SELECT poll, account FROM voted ORDER BY poll, account").map { "\($0.text("poll")) \($0.text("account"))" }
            #expect(voted == inBox.keys.sorted(), "\(place)")
            // What is in the box came out of it: sealed while open, published once closed, gone once void.
            for row in try tx.rows("SELECT id, state, closed_at FROM poll WHERE secrecy = 'secret' ORDER BY id") {
                let id = row.text("id")
                let voters = voted.count { $0.hasPrefix("\(id) ") }
                let sealed = try tx.row("SELECT COUNT(*) AS n FROM slip WHERE poll = \(id)")!.int("n")
                let published = try tx.row("SELECT COUNT(*) AS n FROM secret_vote WHERE poll = \(id)")!.int("n")
                #expect(sealed == (row.text("state") == "open" ? voters : 0) && published == (row.optionalInteger("closed_at") == nil ? 0 : voters), "\(place) \(id)")
            }
            for row in ballots {
                let key = "\(row.text("poll")) \(row.text("account"))"
                let vote = try row.optionalText("selections").map { try Canonical.decode([String].self, from: $0).joined(separator: ",") } ?? row.text("choice")
                #expect(last[key]?.seq == row.integer("seq") && last[key]?.vote == vote && last[key]?.receipt == row.text("receipt"), "\(place) \(key)")
                #expect(received[key] == 1, "\(place) \(key)")
                let fact = try Canonical.decode(BallotRecorded.self, from: row.text("body"))
                let fields = [
                    row.text("meeting"), row.optionalText("item") ?? "", row.text("poll"), "\(row.int("round"))", row.text("account"), last[key]!.vote, "\(row.integer("at"))", fact.nonce!,
                ]
                #expect(ReceiptCode.of(ReceiptCode.digest(of: fields)) == row.text("receipt"), "\(place) \(key)")
            }
        }
    }

    /// A result told once is told for ever: the view of a closed poll says what its newest fact says.
    private func everyResultStands() async throws {
        let (place, now, admin) = (place, kit.clock.now, simulation.city.admin)
        try await kit.read { tx in
            for row in try tx.rows("SELECT id, meeting, state FROM poll WHERE closed_at IS NOT NULL ORDER BY id") {
                let id: PollID = row.id("id")
                let view = try Polls.poll(id, for: admin, at: now, in: tx)
                let fact = try tx.row(
                    """
                    SELECT body FROM event WHERE stream = \("meeting:" + row.text("meeting")) AND kind IN ('poll.closed', 'poll.decided') AND body LIKE \("%\"poll\":\"\(id)\"%")
                    ORDER BY seq DESC LIMIT 1
                    """)!
                let told = try Canonical.decode(PollClosed.self, from: fact.text("body"))
                #expect(view.election?.elected == told.elected && view.slips == told.slips, "\(place) poll \(id)")
                #expect(view.result?.tally == told.tally && view.result?.heads == told.heads, "\(place) poll \(id) \(row.text("state"))")
                #expect(view.verdict?.outcome == told.outcome, "\(place) poll \(id) \(row.text("state")): told \(told.outcome), now \(String(describing: view.verdict?.outcome))")
                #expect(view.verdict?.members == told.members && view.verdict?.present == told.present, "\(place) poll \(id)")
                #expect(view.named?.map(\.choice) == told.named?.map(\.choice) && view.named?.map(\.receipt) == told.named?.map(\.receipt), "\(place) poll \(id)")
            }
        }
    }

    private func nothingPersonalInTheClear() async throws {
        for (table, text) in try await kit.dump() { #expect(!text.contains(Simulation.personal), "\(place) \(table) holds personal words") }
    }

    /// Lists, single reads, papers, polls and push agree for everyone; hidden things are hidden everywhere.
    private func everyoneSeesWhatHeMay() async throws {
        let (place, now) = (place, kit.clock.now)
        for caller in simulation.city.callers {
            try await kit.read { tx in
                var listed: Set<MeetingID> = []
                var cursor: String?
                repeat {
                    let page = try Meetings.list(for: caller, after: cursor, limit: 7, in: tx)
                    listed.formUnion(page.items.map(\.id))
                    cursor = page.next
                } while cursor != nil
                for row in try tx.rows("SELECT id, body FROM meeting ORDER BY id") {
                    let id: MeetingID = row.id("id")
                    let grants = try Meetings.pushAccess(id, for: caller, in: tx)
                    #expect(listed.contains(id) == (grants != nil), "\(place) \(caller), meeting \(id): listed \(listed.contains(id))")
                    guard let grants else {
                        let refusal = try Self.refusal(id, caller, in: tx)
                        #expect(refusal == Refusal(.notFound), "\(place) \(caller), meeting \(id)")
                        continue
                    }
                    try Self.check(id, BodyID(trusted: row.text("body")), caller, grants, now, place, in: tx)
                }
            }
        }
    }

    private static func refusal(_ id: MeetingID, _ caller: Caller, in tx: borrowing Transaction) throws -> Refusal? {
        do {
            _ = try Meetings.meeting(id, for: caller, in: tx)
            return nil
        } catch let refusal as Refusal { return refusal }
    }

    private static func check(
        _ id: MeetingID, _ body: BodyID, _ caller: Caller, _ grants: Set<Grant>, _ now: Timestamp, _ place: String, in tx: borrowing Transaction
    ) throws {
        let view = try Meetings.meeting(id, for: caller, in: tx)
        let naive = try NaiveCount(meeting: id.text, in: tx)
        #expect(view.quorum.members == naive.members && view.quorum.present == naive.present && view.quorum.needed == naive.needed, "\(place) meeting \(id)")
        let secretary = grants.contains(.secretariat(body))
        #expect(view.standing.secretary == secretary, "\(place) \(caller)")
        let items = Set(try Agenda.items(of: id, for: caller, in: tx).map(\.id))
        for row in try tx.rows("SELECT id FROM agenda_item WHERE meeting = \(id.text) ORDER BY id") {
            let item: AgendaItemID = row.id("id")
            #expect(items.contains(item) == grants.contains(.item(item)), "\(place) \(caller), item \(item)")
        }
        for paper in try Documents.list(of: id, for: caller, in: tx) {
            #expect(paper.item.map { grants.contains(.papers($0)) } ?? true, "\(place) \(caller) sees a paper of an item he may not read")
            #expect(secretary || paper.releasedAt != nil, "\(place) \(caller) sees a paper that is not released")
            let alone = try Documents.document(paper.id, for: caller, in: tx)
            #expect(alone == paper, "\(place)")
        }
        for poll in try Polls.list(of: id, for: caller, at: now, in: tx) {
            #expect(poll.item.map(items.contains) ?? true, "\(place) \(caller) sees a poll of an item he may not read")
            #expect(poll.state != .draft || secretary || grants.contains(.chair(id)), "\(place) \(caller) sees a draft poll")
            if poll.state == .open, poll.show == .atClose { #expect(poll.result == nil && poll.named == nil, "\(place) \(caller) sees numbers of an open poll") }
            if poll.state == .draft { #expect(poll.result == nil && poll.mine == nil, "\(place)") }
        }
        for row in try tx.rows("SELECT kind, actor, audience, body FROM event WHERE stream = \("meeting:\(id)") ORDER BY seq") where Audience(logged: row.text("audience")).admits(grants) {
            let kind = row.text("kind")
            if kind == "ballot.recorded" { #expect(row.text("actor") == caller.actor, "\(place) \(caller) hears another's ballot") }
            if kind == "ballot.received" || kind == "poll.created" { #expect(secretary || grants.contains(.chair(id)), "\(place) \(caller) hears \(kind)") }
        }
    }
}
