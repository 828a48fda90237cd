import Rules
import Testing

@Suite("Times for people")
struct TimeStyleTests {
    /// Monday.
    let morning = Timestamp(rfc3339: "2026-11-23T09:12:05+07:00")!

    @Test("Vietnamese", arguments: [
        (TimeStyle.clock, "09:12"), (.seconds, "09:12:05"), (.day, "09:12, thứ Hai 23/11"), (.full, "09:12, thứ Hai 23/11/2026"), (.date, "23/11/2026"),
        (.legalClock, "09 giờ 12 phút"), (.legalDate, "ngày 23 tháng 11 năm 2026"),
    ])
    func vietnamese(style: TimeStyle, text: String) { #expect(morning.text(style) == text) }

    @Test("English", arguments: [
        (TimeStyle.clock, "09:12"), (.day, "09:12, Mon 23 Nov"), (.full, "09:12, Mon 23 Nov 2026"), (.date, "23 Nov 2026"), (.legalDate, "23 November 2026"),
    ])
    func english(style: TimeStyle, text: String) { #expect(morning.text(style, in: .english) == text) }

    @Test("Decree 30: a leading zero for days below ten and for January and February only")
    func decree30() {
        #expect(Timestamp(rfc3339: "2026-02-05T00:00:00+07:00")!.text(.legalDate) == "ngày 05 tháng 02 năm 2026")
        #expect(Timestamp(rfc3339: "2026-03-09T00:00:00+07:00")!.text(.legalDate) == "ngày 09 tháng 3 năm 2026")
        #expect(Timestamp(rfc3339: "2026-11-22T01:12:00Z")!.text(.legalClock) == "08 giờ 12 phút")
        #expect(Timestamp(rfc3339: "2026-11-22T01:12:00Z")!.text(.full) == "08:12, Chủ nhật 22/11/2026")
    }
}
