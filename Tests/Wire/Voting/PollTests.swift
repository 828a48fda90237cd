import Rules
import Testing
import Wire

@Suite struct PollTests {
    private var poll: Poll {
        Poll(
            id: PollID("p1")!, meetingId: MeetingID("m1")!, agendaItemId: nil, title: "T", subject: nil, method: .approval, secrecy: .open,
            show: .atClose, state: .open, members: 22, present: 18, rules: nil)
    }

    @Test("tally, heads, outcome and because are null while the poll is open")
    func open() throws {
        let shape = try JSONShape(of: poll)
        for key in ["tally", "heads", "outcome", "because", "castingUntil", "mine", "subject"] { #expect(shape.isNull(key), "\(key)") }
        for key in ["options", "elected", "blank", "named"] { #expect(!shape.keys.contains(key), "\(key)") }
    }

    @Test("a tally has the contract's four words")
    func tally() throws {
        var poll = poll
        poll.state = .closed
        poll.tally = Tally(for: 14, against: 3, abstain: 1, none: 4)
        poll.outcome = .adopted
        poll.because = Because(rule: "adoption", ruleVersion: 1, vi: "THÔNG QUA", en: "ADOPTED")
        let shape = try JSONShape(of: poll)
        #expect(shape.members["tally"] as? [String: Int] == ["for": 14, "against": 3, "abstain": 1, "none": 4])
        #expect(shape.members["outcome"] as? String == "adopted")
        #expect((shape.members["because"] as? [String: Any]).map { Set($0.keys) } == ["rule", "ruleVersion", "vi", "en"])
    }

    @Test("an election carries options with counts, blanks and the elected")
    func election() throws {
        var poll = poll
        poll.options = [.init(id: PollOptionID("o1")!, title: "Bà A", count: nil)]
        poll.blank = 2
        poll.elected = [PollOptionID("o1")!]
        let shape = try JSONShape(of: poll)
        let option = try #require((shape.members["options"] as? [[String: Any]])?.first)
        #expect(Set(option.keys) == ["id", "title", "count"])
        #expect(shape.members["elected"] as? [String] == ["o1"])
    }

    @Test("the poll of the contract's example is readable")
    func minimal() throws {
        let read = try decoded(
            Poll.self,
            #"{"id":"p1","meetingId":"m1","title":"T","method":"approval","secrecy":"open","show":"atClose","state":"draft","members":22,"present":18}"#)
        #expect(read.tally == nil)
        #expect(read.state == .draft)
    }
}
