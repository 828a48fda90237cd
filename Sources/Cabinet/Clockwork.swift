public import Logging
public import Rules
public import Store

/// Issues commands when an instant has come: automatic closes, expired casting votes. One look at the indexes a tick; idle otherwise.
public struct Clockwork: Sendable {
    /// How often it looks.
    public static let tickMS: Int64 = 250
    /// A ballot that arrived before `closesAt` may still be in flight: the close is performed this much later (contract §2).
    public static let graceMS: Int64 = 2000
    /// Most commands issued in one tick.
    static let batch = 50
    /// How often checkpoints are signed and old receipts forgotten.
    static let housekeepingMS: Int64 = 300_000

    let cabinet: Cabinet
    let signingKey: SigningKey
    let logger: Logger

    public init(cabinet: Cabinet, signingKey: SigningKey, logger: Logger) {
        self.cabinet = cabinet
        self.signingKey = signingKey
        self.logger = logger
    }

    /// Until cancelled.
    public func run() async throws {
        var housekeptAt: Int64 = 0
        while !Task.isCancelled {
            let now = cabinet.surroundings.now()
            await logging { try await tick(at: now) }
            if now.ms - housekeptAt >= Self.housekeepingMS {
                housekeptAt = now.ms
                await logging { try await keepHouse(at: now) }
            }
            do { try await Task.sleep(for: .milliseconds(Self.tickMS)) } catch { return }
        }
    }

    /// Performs what is due at `now`.
    public func tick(at now: Timestamp) async throws {
        let due = try await cabinet.read { tx in
            (
                closes: try tx.rows(
                    "SELECT id FROM poll WHERE state = 'open' AND closes_at <= \(now.ms - Self.graceMS) ORDER BY closes_at, id LIMIT \(Self.batch)"
                ).map { $0.id("id", OfPoll.self) },
                castings: try tx.rows(
                    """
                    SELECT id FROM poll WHERE state = 'closed' AND casting_until <= \(now.ms) AND casting_choice IS NULL AND casting_expired = 0
                    ORDER BY casting_until, id LIMIT \(Self.batch)
                    """
                ).map { $0.id("id", OfPoll.self) },
                announcements: try AnnounceCirculation.due(at: now, limit: Self.batch, in: tx)
            )
        }
        try await tickReports(at: now)
        await logging { try await cabinet.sweepSlipKeys() }
        for id in due.closes {
            await logging { _ = try await cabinet.perform(ClosePoll(id: id), as: .clock, at: now) }
        }
        for (circulated, session) in due.announcements {
            let item = AgendaItemID(trusted: cabinet.surroundings.newID())
            await logging { _ = try await cabinet.perform(AnnounceCirculation(circulated: circulated, session: session, item: item), as: .clock, at: now) }
        }
        for id in due.castings {
            await logging { _ = try await cabinet.perform(ExpireCastingVote(id: id), as: .clock, at: now) }
        }
    }

    /// Reports whose instant has come, errands of wide escalations, and open clocks to be counted anew under a new calendar.
    private func tickReports(at now: Timestamp) async throws {
        let due = try await cabinet.read { tx in
            (
                ticks: try tx.rows("SELECT id FROM report WHERE wakes_at <= \(now.ms) ORDER BY wakes_at, id LIMIT \(Self.batch)").map { $0.id("id", OfReport.self) },
                errands: try tx.rows("SELECT DISTINCT report FROM escalation_errand ORDER BY report LIMIT \(Self.batch)").map { $0.id("report", OfReport.self) },
                recounts: try Self.recounts(in: tx)
            )
        }
        for id in due.ticks {
            await logging { _ = try await cabinet.perform(TickReport(id: id), as: .clock, at: now) }
        }
        for id in due.errands {
            await logging { _ = try await cabinet.perform(RunErrand(report: id), as: .clock, at: now) }
        }
        for id in due.recounts {
            await logging { _ = try await cabinet.perform(RecountReport(id: id), as: .clock, at: now) }
        }
        if due.recounts.isEmpty, try await cabinet.read({ tx in try tx.exists("SELECT 1 FROM recount WHERE calendars <> done_for") }) {
            _ = try await cabinet.store.write { tx in try tx.execute("UPDATE recount SET done_for = calendars, after = '' WHERE id = 1") }
        }
    }

    private static func recounts(in tx: borrowing Transaction) throws -> [ReportID] {
        guard let row = try tx.row("SELECT after FROM recount WHERE id = 1 AND calendars <> done_for") else { return [] }
        return try tx.rows("SELECT id FROM report WHERE is_open = 1 AND id > \(row.text("after")) ORDER BY id LIMIT \(batch)").map { $0.id("id") }
    }

    /// A signed checkpoint; receipts past their time and sessions long over are forgotten.
    public func keepHouse(at now: Timestamp) async throws {
        let key = signingKey
        try await cabinet.store.write { tx in
            try Checkpoint.write(at: now.ms, by: key, in: tx)
            try tx.execute("DELETE FROM receipt WHERE at < \(now.ms - Cabinet.receiptDays * 86_400_000)")
            try tx.execute("DELETE FROM session WHERE expires_at < \(now.ms - Cabinet.sessionDays * 86_400_000)")
        }
    }

    /// One command that fails must not stop the clock; it is tried again at the next tick.
    private func logging(_ body: () async throws -> Void) async {
        do { try await body() } catch { logger.error("clockwork: \(error)") }
    }
}
