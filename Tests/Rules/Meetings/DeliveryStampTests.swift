import Rules
import Testing

@Suite("Papers in time")
struct DeliveryStampTests {
    /// 2026-11-26 is a Thursday; 24 November is a day off in `vn-public-2411`.
    private func stamp(_ sent: String, session: String = "2026-11-26T08:00:00+07:00", days: Int = 3, calendar: String = "vn-public") throws -> DeliveryStamp {
        let clock = try WorkingCalendars.clock(calendar)
        return try #require(DeliveryStamp(sentAt: Timestamp(rfc3339: sent)!, opensAt: Timestamp(rfc3339: session)!, days: days, clock: clock))
    }

    @Test("three working days before a session on Thursday is the Monday, to the last minute of it")
    func edge() throws {
        #expect(try !stamp("2026-11-23T23:59:59+07:00").isLate)
        #expect(try stamp("2026-11-23T10:00:00+07:00").lastDay == CivilDate(iso: "2026-11-23"))
        #expect(try stamp("2026-11-24T00:00:00+07:00").lateDays == 1)
        #expect(try stamp("2026-11-25T16:40:00+07:00").lateDays == 2)
    }

    @Test("days of rest do not count, neither towards the deadline nor as days too late")
    func rest() throws {
        #expect(try stamp("2026-11-20T16:00:00+07:00", calendar: "vn-public-2411").isLate == false)
        #expect(try stamp("2026-11-23T10:00:00+07:00", calendar: "vn-public-2411").lateDays == 1)
        #expect(try stamp("2026-11-21T10:00:00+07:00", session: "2026-11-23T08:00:00+07:00", days: 1).lateDays == 1)
    }

    @Test("the stamp says when, and how late")
    func sentence() throws {
        #expect(try stamp("2026-11-24T16:40:00+07:00").sentence.vi == "Gửi 24/11 16:40 – trễ 1 ngày làm việc")
        #expect(try stamp("2026-11-20T16:40:00+07:00").sentence.vi == "Gửi 20/11 16:40 – đúng hạn")
        let clock = try WorkingCalendars.clock("vn-public")
        #expect(DeliveryStamp(sentAt: Timestamp(ms: 0), opensAt: Timestamp(ms: 0), days: 0, clock: clock) == nil)
    }
}
