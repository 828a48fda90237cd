import Cabinet
import Foundation
import Paper
import Rules

/// One meeting of the demo city, taken as far as its seed says.
struct DemoMeeting {
    let cabinet: Cabinet
    let content: ContentStore
    let papersFolder: String
    let people: [String: UserID]
    let body: BodyID
    let now: Timestamp

    private func person(_ username: String) throws -> UserID {
        guard let id = people[username] else { throw ExitWithSentence.failed("The demo city has no person \(username).") }
        return id
    }

    @discardableResult
    func add(_ seed: DemoSeed.Meeting) async throws -> MeetingID {
        let id = MeetingID(trusted: cabinet.surroundings.newID())
        let secretary = Caller.person(.init(id: try person("thuky"), role: .secretary))
        let start = DemoSeed.start(of: seed, from: now)
        let particulars = MeetingParticulars(
            title: seed.title, type: seed.type, form: seed.form, startsAt: start, endsAt: start + seed.lastsMinutes * 60, place: seed.place)
        let prepared = Timestamp(ms: min(now.ms, start.ms) - 3 * 86_400_000)
        _ = try await cabinet.perform(CreateMeeting(id: id, body: body, particulars: particulars), as: secretary, at: prepared)
        let items = try await addItems(seed, to: id, as: secretary, at: prepared)
        let papers = try await addPapers(seed, to: id, items, as: secretary, at: prepared)
        if seed.state != .draft { _ = try await cabinet.perform(AdvanceMeeting(id: id, transition: .convene), as: secretary, at: prepared + 3600) }
        if seed.state == .open { try await open(id, seed, as: secretary, at: start) }
        for (index, poll) in seed.polls.enumerated() {
            try await add(poll, to: id, seed, items, papers, as: secretary, at: seed.state == .open ? start + Int64(300 + index * 300) : prepared)
        }
        guard seed.state == .open else { return id }
        for (key, text) in seed.conclusions.sorted(by: { $0.key < $1.key }) {
            guard let item = items[key] else { continue }
            _ = try await cabinet.perform(WriteConclusion(meeting: id, item: item, text: text), as: secretary)
        }
        if let current = seed.current.flatMap({ items[$0] }) { _ = try await cabinet.perform(PointToItem(meeting: id, item: current), as: secretary) }
        for text in seed.announcements {
            _ = try await cabinet.perform(PostAnnouncement(meeting: id, text: text, sealedID: cabinet.surroundings.newID()), as: secretary)
        }
        return id
    }

    private func addItems(_ seed: DemoSeed.Meeting, to id: MeetingID, as caller: Caller, at: Timestamp) async throws -> [String: AgendaItemID] {
        var items: [String: AgendaItemID] = [:]
        for item in seed.items {
            let itemID = AgendaItemID(trusted: cabinet.surroundings.newID())
            let draft = AgendaItemDraft(
                title: item.title, kind: item.kind, ask: item.ask, submitter: item.submitter, rapporteur: item.rapporteur, minutesPlanned: item.minutesPlanned)
            _ = try await cabinet.perform(AddAgendaItem(id: itemID, meeting: id, draft: draft), as: caller, at: at)
            items[item.key] = itemID
        }
        return items
    }

    /// - Returns: the subject of a vote by file name.
    private func addPapers(
        _ seed: DemoSeed.Meeting, to id: MeetingID, _ items: [String: AgendaItemID], as caller: Caller, at: Timestamp
    ) async throws -> [String: PollSubject] {
        var subjects: [String: PollSubject] = [:]
        for paper in seed.papers {
            let stored = try await content.store(Array(try Data(contentsOf: URL(fileURLWithPath: papersFolder + "/" + paper.file))))
            let command = AddDocument(
                id: DocumentID(trusted: cabinet.surroundings.newID()), meeting: id, item: paper.item.flatMap { items[$0] }, title: paper.title, kind: paper.kind,
                paper: StoredPaper(sha256: stored.sha256.hex, bytes: Int64(stored.bytes), mediaType: "application/pdf", fileName: paper.file))
            let receipt = try await cabinet.perform(command, as: caller, at: at)
            subjects[paper.file] = PollSubject(document: receipt.id, version: 1, sha256: stored.sha256.hex)
        }
        return subjects
    }

    private func open(_ id: MeetingID, _ seed: DemoSeed.Meeting, as caller: Caller, at: Timestamp) async throws {
        let absent = Dictionary(uniqueKeysWithValues: seed.absent.map { ($0.username, $0.reason) })
        let roster = try await cabinet.read { tx in try Meetings.roster(of: id, for: .operator, in: tx) }
        let names = Dictionary(uniqueKeysWithValues: people.map { ($1, $0) })
        for (index, line) in roster.enumerated() where line.role.isSeat {
            guard let username = names[line.user], !seed.unrecorded.contains(username) else { continue }
            let state: AttendanceState = absent[username] != nil ? .absent : seed.online.contains(username) ? .online : .inRoom
            let command = RecordAttendance(meeting: id, user: line.user, state: state, reason: absent[username], sealedID: cabinet.surroundings.newID())
            _ = try await cabinet.perform(command, as: caller, at: at + Int64(-900 + index * 30))
        }
        _ = try await cabinet.perform(AdvanceMeeting(id: id, transition: .open), as: caller, at: at)
    }

    private func add(
        _ poll: DemoSeed.Poll, to id: MeetingID, _ seed: DemoSeed.Meeting, _ items: [String: AgendaItemID], _ papers: [String: PollSubject], as caller: Caller,
        at: Timestamp
    ) async throws {
        let pollID = PollID(trusted: cabinet.surroundings.newID())
        let command = CreatePoll(
            id: pollID, meeting: id, title: poll.title, item: items[poll.item], subject: poll.subject.flatMap { papers[$0] }, method: .approval, secrecy: .open,
            rules: nil, show: .atClose, closesAt: nil)
        _ = try await cabinet.perform(command, as: caller, at: at)
        guard poll.state == .closed else { return }
        _ = try await cabinet.perform(OpenPoll(id: pollID), as: caller, at: at + 30)
        let roster = try await cabinet.read { tx in try Meetings.roster(of: id, for: .operator, in: tx) }
        let names = Dictionary(uniqueKeysWithValues: people.map { ($1, $0) })
        for (index, line) in roster.enumerated() where line.role.isSeat && line.isPresent {
            guard let username = names[line.user] else { continue }
            let choice: Choice = poll.against.contains(username) ? .against : poll.abstain.contains(username) ? .abstain : .for
            let role: AccountRole = line.role == .member ? .member : .leader
            let vote = CastVote(poll: pollID, choice: choice, text: nil, sealedID: cabinet.surroundings.newID())
            _ = try await cabinet.perform(vote, as: .person(.init(id: line.user, role: role)), at: at + Int64(35 + index * 2))
        }
        _ = try await cabinet.perform(ClosePoll(id: pollID), as: caller, at: at + 90)
    }
}
