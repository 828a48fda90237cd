public import Logging
import Rules
import Store

/// Follows the log of meetings for what it means to escalations: a vote that decided nothing, a meeting that was cancelled, postponed or is over.
///
/// The cursor lies in `follower`. Each effect is a command under a key made of the fact's position, so that after a crash the same fact has its effect
/// once; the cursor moves on when all effects of a fact are there.
public struct Chain: Sendable {
    static let name = "chain"
    static let batch = 200

    let cabinet: Cabinet
    let logger: Logger

    public init(cabinet: Cabinet, logger: Logger) {
        self.cabinet = cabinet
        self.logger = logger
    }

    private static let kinds = [EventKind.pollClosed, .pollDecided, .meetingCancelled, .meetingChanged, .minutesApproved].map(\.rawValue)

    /// Until cancelled.
    public func run() async throws {
        await cabinet.store.bell.looks {
            do { try await follow() } catch { logger.error("chain: \(error)") }
        }
    }

    /// Follows everything that is in the log by now.
    public func follow() async throws {
        while true {
            let (facts, start, end) = try await cabinet.read { tx in
                let start = try Self.cursor(in: tx)
                let end = try tx.position()
                return (try tx.facts(ofKinds: Self.kinds, after: start, upTo: end, limit: Self.batch), start, end)
            }
            for fact in facts { try await apply(fact) }
            let reached = facts.count == Self.batch ? facts[facts.count - 1].pos : end
            if reached > start {
                // Looks at every ring; the cursor is written when something was found, or now and then.
                guard !facts.isEmpty || reached - start >= Int64(Self.batch) else { return }
                _ = try await cabinet.store.write { tx in
                    try tx.execute(
                        "INSERT INTO follower (name, shard, pos) VALUES (\(Self.name), 0, \(reached)) ON CONFLICT (name, shard) DO UPDATE SET pos = excluded.pos")
                }
            }
            if facts.count < Self.batch { return }
        }
    }

    private static func cursor(in tx: borrowing Transaction) throws -> Int64 {
        try tx.row("SELECT pos FROM follower WHERE name = \(name) AND shard = 0")?.integer("pos") ?? 0
    }

    private func apply(_ fact: FoundFact) async throws {
        for (escalation, ending) in try await cabinet.read({ tx in try Self.effects(of: fact, in: tx) }) {
            let key = RequestKey(text: "chain-\(fact.pos)-\(escalation)", digest: nil)
            do {
                _ = try await cabinet.perform(EndAgenda(id: escalation, ending: ending), as: .clock, key: key)
            } catch let refusal as Refusal {
                logger.error("chain: \(fact.kind) at \(fact.pos) for escalation \(escalation): \(refusal.code.rawValue)")
            }
        }
    }

    private static func effects(of fact: FoundFact, in tx: borrowing Transaction) throws -> [(EscalationID, ReportCommand.AgendaEnding)] {
        switch EventKind(rawValue: fact.kind) {
        case .pollClosed, .pollDecided:
            let closed = try Canonical.decode(PollClosed.self, from: fact.body)
            let reason: ReportCommand.AgendaEnding.Reason
            switch closed.outcome {
            case .adopted, .tie: return []
            case .notAdopted: reason = .notAdopted
            case .noQuorum: reason = .noQuorum
            case .awaitingChairman: reason = .awaitingChairman
            }
            guard let item = try tx.row("SELECT item FROM poll WHERE id = \(closed.poll.text)")?.optionalID("item", OfAgendaItem.self) else { return [] }
            let until = closed.castingUntil.map(Timestamp.init(ms:))
            return try EscalationRow.standing(on: item, in: tx).map { ($0.id, .init(reason: reason, nextAt: reason == .awaitingChairman ? until : nil)) }
        case .meetingCancelled: return try standing(inMeetingOf: fact, in: tx).map { ($0.id, .init(reason: .meetingCancelled)) }
        case .minutesApproved: return try standing(inMeetingOf: fact, in: tx).map { ($0.id, .init(reason: .itemDeferred)) }
        case .meetingChanged:
            // Put off means: later than what leadership was told when it decided.
            return try standing(inMeetingOf: fact, in: tx).filter { row in
                guard let told = row.meetingAt, let meeting = try row.meeting.flatMap({ try MeetingRow.find($0, in: tx) }) else { return false }
                return (meeting.isCirculated ? meeting.endsAt : meeting.startsAt) > told
            }.map { ($0.id, .init(reason: .meetingPostponed)) }
        default: return []
        }
    }

    private static func standing(inMeetingOf fact: FoundFact, in tx: borrowing Transaction) throws -> [EscalationRow] {
        let meeting = try Canonical.decode(MeetingFact.self, from: fact.body).meeting
        return try tx.rows("SELECT \(EscalationRow.columns) FROM escalation WHERE meeting = \(meeting.text) AND state = 'onAgenda' ORDER BY submitted_at, id LIMIT 500").map(EscalationRow.init)
    }
}
