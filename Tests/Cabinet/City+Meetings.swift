import Cabinet
import PaperWire
import Rules
import Store

extension City {
    /// A meeting of the council in preparation.
    func meeting(_ title: String = "Phiên họp thường kỳ", type: MeetingType = .regular, body: BodyID? = nil, startsIn seconds: Int64 = 86_400) async throws -> MeetingID {
        let start = CabinetKit.start + seconds
        let particulars = MeetingParticulars(title: title, type: type, form: .inRoom, startsAt: start, endsAt: start + 7200, place: "Phòng họp số 1")
        return try await kit.perform(CreateMeeting(id: kit.newID(), body: body ?? council, particulars: particulars), as: admin).id
    }

    @discardableResult
    func advance(_ meeting: MeetingID, _ transitions: MeetingTransition...) async throws -> Int64 {
        var seq: Int64 = 0
        for transition in transitions { seq = try await kit.perform(AdvanceMeeting(id: meeting, transition: transition), as: admin).seq }
        return seq
    }

    func attend(_ meeting: MeetingID, _ people: [Caller], _ state: AttendanceState = .inRoom, reason: String? = nil) async throws {
        for person in people {
            try await kit.perform(RecordAttendance(meeting: meeting, user: person.id, state: state, reason: reason, sealedID: kit.newText()), as: admin)
        }
    }

    /// A meeting in session, everyone with a seat in the room.
    func session(_ title: String = "Phiên họp thường kỳ", absent: [Caller] = []) async throws -> MeetingID {
        let id = try await meeting(title)
        try await advance(id, .convene)
        try await attend(id, seats.filter { !absent.contains($0) })
        try await advance(id, .open)
        return id
    }

    @discardableResult
    func item(_ meeting: MeetingID, _ title: String = "Dự thảo nghị quyết") async throws -> AgendaItemID {
        try await kit.perform(AddAgendaItem(id: kit.newID(), meeting: meeting, draft: .init(title: title)), as: admin).id
    }

    func paper(_ meeting: MeetingID, _ title: String = "Tờ trình", item: AgendaItemID? = nil, digest: Character = "a", heldBack: Bool = false) async throws -> DocumentID {
        let paper = StoredPaper(sha256: String(repeating: digest, count: 64), bytes: 10, mediaType: "application/pdf", fileName: "to-trinh.pdf")
        return try await kit.perform(
            AddDocument(id: kit.newID(), meeting: meeting, item: item, title: title, kind: "toTrinh", paper: paper, heldBack: heldBack), as: admin).id
    }

    /// A paper that was looked into, with so many pages.
    func readyPaper(_ meeting: MeetingID, _ title: String = "Tờ trình", item: AgendaItemID? = nil, digest: Character, pages: Int = 1) async throws -> DocumentID {
        let id = try await paper(meeting, title, item: item, digest: digest)
        let sha256 = String(repeating: digest, count: 64)
        let verdict = Verdict(indication: .indeterminate, subIndication: "NO_SIGNATURE", document: .init(sha256: sha256, bytes: 10, pages: pages), trustList: .init(version: "1"), signatures: [])
        let sizes = Array(repeating: Inspection.Size(widthPt: 595, heightPt: 842), count: pages)
        try await kit.perform(RecordExamination(sha256: sha256, finding: .ready(sizes: sizes, verdict: verdict)), as: .clock)
        return id
    }

    func poll(
        _ meeting: MeetingID, _ title: String = "Thông qua dự thảo", item: AgendaItemID? = nil, subject: PollSubject? = nil, rules: RuleSetPatch? = nil, show: PollShow = .atClose,
        secrecy: PollSecrecy = .open, closesAt: Timestamp? = nil
    ) async throws -> PollID {
        try await kit.perform(
            CreatePoll(
                id: kit.newID(), meeting: meeting, title: title, item: item, subject: subject, method: .approval, secrecy: secrecy, rules: rules, show: show, closesAt: closesAt),
            as: admin
        ).id
    }

    func openPoll(
        _ meeting: MeetingID, item: AgendaItemID? = nil, rules: RuleSetPatch? = nil, show: PollShow = .atClose, closesAt: Timestamp? = nil
    ) async throws -> PollID {
        let id = try await poll(meeting, item: item, rules: rules, show: show, closesAt: closesAt)
        try await kit.perform(OpenPoll(id: id), as: admin)
        return id
    }

    @discardableResult
    func vote(_ poll: PollID, _ choice: Choice, by voters: [Caller], text: String? = nil, at: Timestamp? = nil) async throws -> [CastVote.Receipt] {
        var receipts: [CastVote.Receipt] = []
        for voter in voters {
            receipts.append(try await kit.perform(CastVote(poll: poll, choice: choice, text: text, sealedID: kit.newText()), as: voter, at: at))
        }
        return receipts
    }

    func view(_ poll: PollID, for caller: Caller) async throws -> PollView {
        let now = kit.clock.now
        return try await kit.read { tx in try Polls.poll(poll, for: caller, at: now, in: tx) }
    }

    /// Whether the caller may know of the meeting.
    func sees(_ meeting: MeetingID, _ caller: Caller) async throws -> Bool {
        try await kit.read { tx in
            do {
                _ = try Meetings.meeting(meeting, for: caller, in: tx)
                return true
            } catch let refusal as Refusal where refusal.code == .notFound { return false }
        }
    }
}

extension RuleSetPatch {
    /// A patch in the contract's own JSON.
    static func json(_ text: String) throws -> RuleSetPatch { try JSONDecoder().decode(RuleSetPatch.self, from: Data(text.utf8)) }
}

import Foundation
