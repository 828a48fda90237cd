import Rules
import Testing
import Wire

@Suite struct MinutesTests {
    @Test("draft minutes have no digest and say what is missing")
    func draft() throws {
        let minutes = Minutes(
            meetingId: MeetingID("m1")!, state: "draft", sections: [.init(key: "opening", title: "Khai mạc", lines: [.init(text: "08:00", events: [3])])],
            missing: [.init(code: "minutes.conclusion", detail: "Thiếu kết luận.")], version: 1, sha256: nil)
        let shape = try JSONShape(of: minutes)
        #expect(shape.keys == ["meetingId", "state", "sections", "missing", "version", "sha256"])
        #expect(shape.isNull("sha256"))
    }
}
