import Logging
import Rules
import Store

/// Invitations by e-mail: once to everybody whose address is known, from convening until the session begins.
extension Courier {
    struct InvitationJob: Sendable {
        var meeting: MeetingID
        var account: UserID
        var attempts: Int
        var letter: Letter
    }

    func invitations(at now: Timestamp) async throws -> [InvitationJob] {
        try await cabinet.read { tx in
            try tx.rows(
                """
                SELECT t.meeting, t.account, t.attempts, m.title, m.starts_at, m.place, body.name AS body, mail.address, account.name AS person, presiding.name AS presiding, p.number
                FROM meeting m JOIN invitation_track t ON t.meeting = m.id JOIN body ON body.id = m.body JOIN account ON account.id = t.account
                  JOIN account_mail mail ON mail.account = t.account LEFT JOIN account presiding ON presiding.id = m.presiding
                  LEFT JOIN invitation_paper p ON p.meeting = m.id
                WHERE m.state = 'convened' AND m.ends_at > \(now.ms) AND t.mail IN ('none', 'waiting') AND t.next_at <= \(now.ms) AND account.disabled = 0
                  AND (EXISTS (SELECT 1 FROM body_member b WHERE b.body = m.body AND b.account = t.account)
                    OR EXISTS (SELECT 1 FROM invited i WHERE i.meeting = m.id AND i.account = t.account))
                ORDER BY t.next_at, t.meeting, t.account LIMIT \(Self.batch)
                """
            ).map { row in
                InvitationJob(meeting: row.id("meeting"), account: row.id("account"), attempts: row.int("attempts"), letter: Self.invitation(row, to: row.text("address")))
            }
        }
    }

    func deliver(_ job: InvitationJob, at now: Timestamp) async throws {
        var mail = InvitationMail.sent
        var next = now
        do {
            try await send(job.letter)
        } catch {
            let isLast = job.attempts + 1 >= Self.attempts
            mail = isLast ? .failed : .waiting
            next = now + Self.firstWaitS << Int64(min(job.attempts, 10))
            logger.warning("an invitation could not be sent\(isLast ? " and is given up" : ""): \(error)")
        }
        _ = try await cabinet.perform(NoteInvitationMail(meeting: job.meeting, account: job.account, mail: mail, nextAt: next), as: .clock, at: now)
    }

    private static func invitation(_ row: Row, to address: String) -> Letter {
        let number = row.optionalText("number").flatMap { $0.isEmpty ? nil : $0 }
        let lines = [
            number.map { "Giấy mời số: \($0)" }, "Thời gian: \(row.time("starts_at").text(.full, in: .vietnamese)) (giờ Hà Nội)",
            row.text("place").isEmpty ? nil : "Địa điểm: \(row.text("place"))", row.optionalText("presiding").map { "Chủ trì: \($0)" },
        ].compactMap { $0 }
        return Letter(
            to: address, subject: "Giấy mời họp: \(row.text("title"))",
            text: """
                Kính gửi: \(row.text("person")),

                \(row.text("body")) trân trọng kính mời ông/bà dự: \(row.text("title"))
                \(lines.joined(separator: "\n"))

                Giấy mời, chương trình và tài liệu có trên hệ thống họp không giấy; đề nghị ông/bà xác nhận dự họp tại đó.
                Thư tự động của hệ thống họp không giấy; không cần trả lời.

                """)
    }
}
