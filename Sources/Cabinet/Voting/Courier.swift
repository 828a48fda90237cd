public import Logging
public import Rules
import Store

/// A letter ready to be sent.
public struct Letter: Sendable, Equatable {
    public var to: String
    public var subject: String
    public var text: String
}

/// Carries the house's letters: invitations (Courier+Invitations.swift), and reminders of slips by e-mail: at half of the time, at nine tenths, and when it is over, until the slip is there. The outbox is a table, so that
/// neither a stop nor an unreachable mail server loses a reminder; whoever returned his slip in the meantime gets none.
public struct Courier: Sendable {
    static let tickMS: Int64 = 1000
    /// Most reminders sent in one tick.
    static let batch = 20
    /// Attempts at one letter, and the wait after the first; it doubles.
    static let attempts = 8
    static let firstWaitS: Int64 = 60

    let cabinet: Cabinet
    let send: @Sendable (Letter) async throws -> Void
    let logger: Logger

    public init(cabinet: Cabinet, logger: Logger, send: @escaping @Sendable (Letter) async throws -> Void) {
        self.cabinet = cabinet
        self.logger = logger
        self.send = send
    }

    /// Until cancelled.
    public func run() async throws {
        while !Task.isCancelled {
            do { try await tick(at: cabinet.surroundings.now()) } catch is CancellationError { return } catch { logger.error("courier: \(error)") }
            do { try await Task.sleep(for: .milliseconds(Self.tickMS)) } catch { return }
        }
    }

    public func tick(at now: Timestamp) async throws {
        for due in try await stages(at: now) { _ = try await cabinet.perform(RemindSlips(poll: due.poll, stage: due.stage), as: .clock, at: now) }
        for job in try await waiting(at: now) { try await deliver(job, at: now) }
        for job in try await invitations(at: now) { try await deliver(job, at: now) }
    }

    private func stages(at now: Timestamp) async throws -> [(poll: PollID, stage: ReminderStage)] {
        try await cabinet.read { tx in
            try tx.rows(
                """
                SELECT poll.id, poll.opened_at, poll.closes_at FROM poll JOIN meeting ON meeting.id = poll.meeting
                WHERE meeting.type = 'circulated' AND meeting.state = 'convened' AND poll.closes_at IS NOT NULL
                  AND (poll.state = 'open' OR (poll.state = 'closed' AND poll.closed_at >= poll.closes_at))
                ORDER BY poll.closes_at, poll.id LIMIT \(Polls.maxPerMeeting)
                """
            ).compactMap { row in
                let poll: PollID = row.id("id")
                guard let stage = ReminderStage.latest(at: now, openedAt: row.time("opened_at"), closesAt: row.time("closes_at")),
                    try !tx.exists("SELECT 1 FROM reminder WHERE poll = \(poll.text) AND stage = \(stage.rawValue)")
                else { return nil }
                return (poll, stage)
            }
        }
    }

    private struct Job: Sendable {
        var poll: PollID
        var stage: ReminderStage
        var account: UserID
        var attempts: Int
        /// Nil: the slip is there, or nobody knows where to write.
        var letter: Letter?
    }

    private func waiting(at now: Timestamp) async throws -> [Job] {
        try await cabinet.read { tx in
            try tx.rows(
                """
                SELECT r.poll, r.stage, r.account, r.attempts, p.title, p.closes_at, m.address,
                  (SELECT COUNT(*) FROM ballot b WHERE b.poll = r.poll AND b.account = r.account) + (SELECT COUNT(*) FROM voted v WHERE v.poll = r.poll AND v.account = r.account)
                  + (SELECT COUNT(*) FROM late_slip l WHERE l.poll = r.poll AND l.account = r.account) AS returned
                FROM reminder r JOIN poll p ON p.id = r.poll LEFT JOIN account_mail m ON m.account = r.account
                WHERE r.state = 'waiting' AND r.next_at <= \(now.ms) ORDER BY r.next_at, r.poll, r.stage, r.account LIMIT \(Self.batch)
                """
            ).map { row in
                let stage: ReminderStage = row.choice("stage")
                let letter = row.int("returned") > 0 ? nil : row.optionalText("address").map { Self.letter(stage, to: $0, title: row.text("title"), due: row.time("closes_at")) }
                return Job(poll: row.id("poll"), stage: stage, account: row.id("account"), attempts: row.int("attempts"), letter: letter)
            }
        }
    }

    private func deliver(_ job: Job, at now: Timestamp) async throws {
        var state = "dropped"
        var next = now
        if let letter = job.letter {
            do {
                try await send(letter)
                state = "sent"
            } catch {
                let isLast = job.attempts + 1 >= Self.attempts
                state = isLast ? "failed" : "waiting"
                next = now + Self.firstWaitS << Int64(min(job.attempts, 10))
                logger.warning("a reminder could not be sent\(isLast ? " and is given up" : ""): \(error)")
            }
        }
        _ = try await cabinet.perform(NoteReminder(poll: job.poll, stage: job.stage, account: job.account, state: state, nextAt: next), as: .clock, at: now)
    }

    static func letter(_ stage: ReminderStage, to address: String, title: String, due: Timestamp) -> Letter {
        let time = due.text(.day, in: .vietnamese)
        let sentence =
            switch stage {
            case .half: "Đã qua một nửa thời hạn. Hạn gửi phiếu: \(time) (giờ Hà Nội)."
            case .ninety: "Sắp hết hạn. Hạn gửi phiếu: \(time) (giờ Hà Nội)."
            case .overdue: "Đã hết hạn lúc \(time) (giờ Hà Nội). Phiếu gửi sau hạn được ghi nhận là muộn và không tính vào kết quả."
            }
        return Letter(
            to: address, subject: "Nhắc gửi phiếu lấy ý kiến",
            text: "Kính gửi ông/bà,\n\nÔng/bà chưa gửi phiếu lấy ý kiến: \(title)\n\(sentence)\n\nThư tự động của hệ thống họp không giấy; không cần trả lời.\n")
    }
}
