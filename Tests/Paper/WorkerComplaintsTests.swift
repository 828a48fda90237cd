import Testing
@testable import Paper

@Suite("What workers complain of")
struct WorkerComplaintsTests {
    @Test("is cut into lines, cleaned, and counted")
    func cleaned() {
        var said: [String] = []
        withoutActuallyEscaping({ (line: String) in said.append(line) }) { say in
            var complaints = WorkerComplaints(say: say)
            complaints.take(Array("Syntax \u{1B}[31mError\nhal".utf8)[...])
            complaints.take(Array("f\n\n".utf8)[...])
            complaints.take(Array((String(repeating: "x", count: 5000) + "\n").utf8)[...])
            for _ in 0..<1000 { complaints.take(Array("again\n".utf8)[...]) }
        }
        #expect(said.prefix(2) == ["Syntax  [31mError", "half"])
        #expect(said[2].count == WorkerComplaints.maxLineBytes)
        #expect(said.count == WorkerComplaints.linesPerMinute)
    }
}
