import Foundation
import PaperWire
import Rules
import Store
import Testing
@testable import Cabinet

extension Simulation {
    /// One command of the catalogue with random contents, by a random caller.
    func perform(_ name: String) async throws {
        switch name {
        case AddAccount.name.text, AddBody.name.text, ChangePassword.name.text, DisableAccount.name.text, EnableAccount.name.text, EndSession.name.text, Reauthenticate.name.text,
            EndSessions.name.text, SeatMember.name.text, RemoveMember.name.text, SetRules.name.text, ConfirmRules.name.text, SetMailAddress.name.text, StartSession.name.text, NoteTrustChange.name.text, AddTrustAnchor.name.text,
            RemoveTrustAnchor.name.text, NoteRequest.name.text, AssignScreen.name.text, RemoveScreen.name.text:
            try await performInHouse(name)
        case AddDocument.name.text, AddDocumentVersion.name.text, EditDocument.name.text, RecordExamination.name.text, ReleaseDocument.name.text, RemoveDocument.name.text:
            try await performOnPaper(name)
        case AnnulPoll.name.text, CastVote.name.text, ClosePoll.name.text, CreatePoll.name.text, ExpireCastingVote.name.text, GiveCastingVote.name.text, OpenPoll.name.text, EnterCount.name.text,
            ConfirmCount.name.text, RepeatPoll.name.text, EditPoll.name.text, DropPoll.name.text, RecordLateSlip.name.text, RemindSlips.name.text, NoteReminder.name.text:
            try await performOnPoll(name)
        case PlaceAccount.name.text:
            try await attempt(PlaceAccount(account: person, unit: pick([nil, UnitID(trusted: "unit-a"), UnitID(trusted: "none")]), isHead: chance(3)), as: caller)
        case _ where Self.reportCommands.contains(name): try await performOnReport(name)
        default: try await performOnMeeting(name)
        }
    }

    private var person: UserID { chance(40) ? kit.newID() : pick(city.people).id }
    private var seated: UserID { chance(6) ? person : pick(city.seats).id }
    private var text: String { chance(3) ? awkward : pick(["Nội dung", "Nghị quyết số 5", "Ngân sách 2027"]) }
    private var awkward: String { pick([" ", "", "a\u{0}b", "x'; DROP TABLE event; --", String(repeating: "dài ", count: 200)]) }
    private var personalText: String? { pick([nil, "", "\(Self.personal) \(step)", String(repeating: Self.personal, count: 3)]) }

    private func performInHouse(_ name: String) async throws {
        switch name {
        case AddAccount.name.text:
            let username = pick(["a\(step)", "admin", "có dấu", ""])
            try await attempt(
                AddAccount(id: kit.newID(), username: username, name: text, title: text, role: pick(AccountRole.allCases), unit: pick([nil, UnitID(trusted: "unit-a"), UnitID(trusted: "none")]), passwordHash: "none"), as: caller)
        case AddBody.name.text:
            if let receipt = try await attempt(AddBody(id: kit.newID(), title: text, unit: nil, rules: try patch()), as: caller) { bodies.append(receipt.id) }
        case ChangePassword.name.text: try await attempt(ChangePassword(account: person, passwordHash: "new"), as: caller)
        case DisableAccount.name.text: try await attempt(DisableAccount(account: person), as: caller)
        case EnableAccount.name.text: try await attempt(EnableAccount(account: person), as: caller)
        case StartSession.name.text:
            let caller = caller
            let account = chance(2) ? caller.person?.id ?? person : person
            let id = "session-\(step)"
            let command = StartSession(
                id: id, secretHash: Sessions.hash(id), account: account, kind: pick([.browser, .token]), scope: pick(TokenScope.allCases), label: text, expiresAt: kit.clock.now + 3600)
            if try await attempt(command, as: caller) != nil { sessions.append((id, account)) }
        case Reauthenticate.name.text:
            let session = sessions.isEmpty ? (id: "none", account: person) : pick(sessions)
            try await attempt(Reauthenticate(session: session.id, account: session.account), as: caller)
        case EndSession.name.text:
            let session = sessions.isEmpty ? (id: "none", account: person) : pick(sessions)
            try await attempt(EndSession(id: session.id, account: session.account), as: caller)
        case EndSessions.name.text: try await attempt(EndSessions(account: person), as: caller)
        case SeatMember.name.text:
            let command = SeatMember(
                body: pickID(bodies), account: person, role: pick(BodyRole.allCases), weight: pick([1, 1, 1, 2, 7, 0, 1001]), position: text, order: pick([nil, 0, 5, -1]))
            try await attempt(command, as: caller)
        case AssignScreen.name.text: try await attempt(AssignScreen(account: person, body: pickID(bodies)), as: caller)
        case RemoveScreen.name.text: try await attempt(RemoveScreen(account: person, body: pickID(bodies)), as: caller)
        case RemoveMember.name.text: try await attempt(RemoveMember(body: pickID(bodies), account: person), as: caller)
        case SetRules.name.text: try await attempt(SetRules(body: pickID(bodies), rules: try patch() ?? .init()), as: caller)
        case SetMailAddress.name.text: try await attempt(SetMailAddress(account: person, address: pick(["a@b.vn", "", "không", "x@y@z"])), as: caller)
        case ConfirmRules.name.text: try await attempt(ConfirmRules(body: pickID(bodies), version: pick([1, 1, 2, 9]), authority: text, document: text), as: caller)
        case NoteTrustChange.name.text: try await attempt(NoteTrustChange(anchor: "root.pem", change: "added", version: "\(step)"), as: caller)
        case AddTrustAnchor.name.text:
            try await attempt(
                AddTrustAnchor(anchor: pick(["goc.pem", "hai.pem", "../x", ""]), sha256: pick(["aa", "bb"]), certificates: pick([[], [TrustAnchorTests.look]]), folderVersion: "\(step)"), as: caller)
        case RemoveTrustAnchor.name.text: try await attempt(RemoveTrustAnchor(anchor: pick(["goc.pem", "hai.pem", "none"]), folderVersion: "\(step)"), as: caller)
        case NoteRequest.name.text: try await attempt(NoteRequest(), as: caller)
        default: Issue.record("\(name) is in the catalogue and not in the simulation")
        }
    }

    private func performOnMeeting(_ name: String) async throws {
        let meeting = pickID(meetings)
        switch name {
        case CreateMeeting.name.text:
            if let receipt = try await attempt(CreateMeeting(id: kit.newID(), body: pickID(bodies), particulars: particulars), as: caller) { meetings.append(receipt.id) }
        case DescribeCirculation.name.text: try await attempt(DescribeCirculation(meeting: meeting, reason: text, workingDays: pick([1, 5, 0, 61])), as: caller)
        case SummariseCirculation.name.text: try await attempt(SummariseCirculation(meeting: meeting, text: text), as: caller)
        case ApproveCirculation.name.text: try await attempt(ApproveCirculation(meeting: meeting), as: chance(2) ? city.chair : caller)
        case AnnounceCirculation.name.text:
            try await attempt(AnnounceCirculation(circulated: meeting, session: pickID(meetings), item: kit.newID()), as: chance(2) ? .clock : caller)
        case EditMeeting.name.text: try await attempt(EditMeeting(id: meeting, particulars: particulars), as: caller)
        case AdvanceMeeting.name.text:
            let forward: [MeetingTransition] = [.convene, .convene, .open, .open, .pause, .resume, .close, .approveMinutes, .archive, .cancel]
            try await attempt(AdvanceMeeting(id: meeting, transition: pick(forward)), as: caller)
        case AddAgendaItem.name.text:
            if let receipt = try await attempt(AddAgendaItem(id: kit.newID(), meeting: meeting, draft: draft), as: caller) { items.append(receipt.id) }
        case EditAgendaItem.name.text:
            try await attempt(EditAgendaItem(id: pickID(items), meeting: meeting, draft: draft, number: pick([nil, 1, 2, 99])), as: caller)
        case MoveAgendaItem.name.text:
            try await attempt(MoveAgendaItem(id: pickID(items), meeting: meeting, parent: chance(3) ? nil : pickID(items), place: pick([nil, 1, 2, 99])), as: caller)
        case RemoveAgendaItem.name.text: try await attempt(RemoveAgendaItem(id: pickID(items), meeting: meeting), as: caller)
        case PointToItem.name.text: try await attempt(PointToItem(meeting: meeting, item: pickID(items)), as: caller)
        case PresentPage.name.text: try await attempt(PresentPage(meeting: meeting, document: pickID(papers), page: pick([1, 1, 2, 0])), as: caller)
        case HidePage.name.text: try await attempt(HidePage(meeting: meeting), as: caller)
        case Invite.name.text: try await attempt(Invite(meeting: meeting, user: person, capacity: pick([nil, "", "Khách mời"])), as: caller)
        case RecordAttendance.name.text:
            let state = pick([AttendanceState.inRoom, .inRoom, .inRoom, .online, .absent])
            try await attempt(RecordAttendance(meeting: meeting, user: seated, state: state, reason: personalText, sealedID: "reason-\(step)"), as: caller)
        case SetPresiding.name.text: try await attempt(SetPresiding(meeting: meeting, user: seated, ground: text), as: caller)
        case PostAnnouncement.name.text:
            try await attempt(PostAnnouncement(meeting: meeting, text: personalText ?? "", sealedID: "announcement-\(step)"), as: caller)
        case WriteConclusion.name.text: try await attempt(WriteConclusion(meeting: meeting, item: pickID(items), text: text), as: caller)
        default: try await performInSitting(name, meeting)
        }
    }

    private func performInSitting(_ name: String, _ meeting: MeetingID) async throws {
        switch name {
        case SetPosition.name.text:
            try await attempt(SetPosition(meeting: meeting, item: pickID(items), stance: pick([nil, .agree, .object]), wantsToSpeak: chance(4)), as: caller)
        case PullOut.name.text: try await attempt(PullOut(meeting: meeting, item: pickID(items)), as: caller)
        case OpenConsentList.name.text: try await attempt(OpenConsentList(meeting: meeting), as: caller)
        case CastConsent.name.text: try await attempt(CastConsent(meeting: meeting, choice: pick(Choice.allCases)), as: caller)
        case CloseConsentList.name.text: try await attempt(CloseConsentList(meeting: meeting), as: caller)
        case ApproveLateItem.name.text: try await attempt(ApproveLateItem(meeting: meeting, item: pickID(items)), as: caller)
        case SetConveningGround.name.text:
            let command = SetConveningGround(meeting: meeting, ground: pick(ConveningGround.allCases), note: text, requestedBy: chance(2) ? [] : [seated, seated, seated])
            try await attempt(command, as: caller)
        case SubmitProposal.name.text:
            let id = chance(3) ? pickID(proposals) : kit.newID()
            if let receipt = try await attempt(SubmitProposal(id: id, meeting: meeting, draft: draft), as: caller) { proposals.append(receipt.id) }
        case StepProposal.name.text:
            let command = StepProposal(meeting: meeting, proposal: pickID(proposals), step: pick(ProposalStage.Step.allCases), remarks: text, itemID: kit.newID())
            try await attempt(command, as: caller)
        case CheckInMember.name.text: try await attempt(CheckInMember(meeting: meeting, state: pick(AttendanceState.allCases)), as: caller)
        case CorrectAttendance.name.text:
            let from = Timestamp(ms: kit.clock.now.ms - Int64.random(in: -1000...600_000, using: &random))
            try await attempt(
                CorrectAttendance(meeting: meeting, user: seated, state: pick(AttendanceState.allCases), from: from, note: personalText, sealedID: "correction-\(step)"), as: caller)
        case AnswerInvitation.name.text:
            let command = AnswerInvitation(
                meeting: meeting, answer: pick(InvitationAnswer.allCases), reason: personalText, substitute: pick([nil, "", "officer", "none"]), sealedID: "answer-\(step)")
            try await attempt(command, as: caller)
        case DescribeInvitation.name.text: try await attempt(DescribeInvitation(meeting: meeting, number: text, issuedOn: nil, locality: text), as: caller)
        case NoteInvitation.name.text: try await attempt(NoteInvitation(meeting: meeting, step: pick(InvitationStep.allCases)), as: caller)
        case NoteInvitationMail.name.text:
            let command = NoteInvitationMail(meeting: meeting, account: seated, mail: pick(InvitationMail.allCases), nextAt: kit.clock.now)
            try await attempt(command, as: chance(2) ? .clock : caller)
        case DecideAbsence.name.text: try await attempt(DecideAbsence(meeting: meeting, user: seated, isApproved: chance(2)), as: caller)
        case DeclareRecusal.name.text:
            try await attempt(DeclareRecusal(meeting: meeting, item: pickID(items), user: seated, reason: personalText ?? "", sealedID: "recusal-\(step)"), as: caller)
        case WithdrawRecusal.name.text: try await attempt(WithdrawRecusal(meeting: meeting, item: pickID(items), user: seated), as: caller)
        case SetItemAccess.name.text:
            try await attempt(SetItemAccess(meeting: meeting, item: pickID(items), visibility: chance(2) ? nil : pick(ItemVisibility.allCases), isClosed: pick([nil, true, false])), as: caller)
        case RequestFloor.name.text:
            if let receipt = try await attempt(RequestFloor(id: kit.newID(), meeting: meeting, item: chance(2) ? nil : pickID(items)), as: caller) { floor.append(receipt.id) }
        case StepFloor.name.text:
            try await attempt(StepFloor(meeting: meeting, request: pickID(floor), step: pick(FloorState.Step.allCases), limitMS: pick([nil, 60_000, -1])), as: caller)
        case ArrangeFloor.name.text:
            try await attempt(ArrangeFloor(meeting: meeting, order: chance(2) ? nil : [pickID(floor)], isClosed: pick([nil, true, false]), limitMS: pick([nil, 0, 180_000])), as: caller)
        case LimitSpeech.name.text: try await attempt(LimitSpeech(meeting: meeting, request: pickID(floor), limitMS: pick([0, 120_000, -1])), as: caller)
        case AskReopening.name.text: try await attempt(AskReopening(id: "reopening-\(step)", meeting: meeting, reason: text), as: caller)
        case DecideReopening.name.text: try await attempt(DecideReopening(meeting: meeting, isApproved: chance(2)), as: caller)
        default: Issue.record("\(name) is in the catalogue and not in the simulation")
        }
    }

    private func performOnPaper(_ name: String) async throws {
        switch name {
        case AddDocument.name.text:
            let command = AddDocument(
                id: kit.newID(), meeting: pickID(meetings), item: chance(2) ? nil : pickID(items), title: text, kind: pick(["toTrinh", "", "khác"]), paper: paper, heldBack: chance(3))
            if let receipt = try await attempt(command, as: caller), !receipt.existing { papers.append(receipt.id) }
        case AddDocumentVersion.name.text: try await attempt(AddDocumentVersion(id: pickID(papers), paper: paper), as: caller)
        case EditDocument.name.text:
            try await attempt(EditDocument(id: pickID(papers), title: text, kind: "baoCao", item: chance(2) ? nil : pickID(items)), as: caller)
        case ReleaseDocument.name.text: try await attempt(ReleaseDocument(id: pickID(papers)), as: caller)
        case RemoveDocument.name.text: try await attempt(RemoveDocument(id: pickID(papers)), as: caller)
        case RecordExamination.name.text:
            let sha256 = digests.isEmpty ? String(repeating: "0", count: 64) : pick(digests)
            let verdict = Verdict(
                indication: pick([.passed, .indeterminate, .failed]), subIndication: "NO_SIGNATURE", document: .init(sha256: sha256, bytes: 10, pages: 1),
                trustList: .init(version: "1"), signatures: [])
            let finding: RecordExamination.Finding = chance(2) ? .unreadable(fault: "crashed") : .ready(sizes: [], verdict: verdict)
            try await attempt(RecordExamination(sha256: sha256, finding: finding), as: chance(4) ? caller : .clock)
        default: Issue.record("\(name) is in the catalogue and not in the simulation")
        }
    }

    private func performOnPoll(_ name: String) async throws {
        let poll = pickID(polls)
        switch name {
        case CreatePoll.name.text:
            let meeting = pickID(meetings)
            var subject: PollSubject?
            if chance(3), let paper = papers.last { subject = PollSubject(document: paper, version: pick([1, 1, 1, 2]), sha256: digests.isEmpty ? "" : pick(digests)) }
            let closesAt = chance(4) ? Timestamp(ms: kit.clock.now.ms + Int64.random(in: -1000...600_000, using: &random)) : nil
            let isElection = chance(6)
            let command = CreatePoll(
                id: kit.newID(), meeting: meeting, title: text, item: chance(2) ? nil : pickID(items), subject: subject,
                method: isElection ? .election : .approval, secrecy: chance(4) ? .secret : .open, rules: try patch(), show: pick(PollShow.allCases), closesAt: closesAt,
                options: isElection ? (0..<pick([2, 3, 3, 4])).map { PollOption(id: PollOptionID(trusted: "option\($0)"), title: "Ứng viên \($0)") } : [],
                places: isElection ? pick([nil, 1, 2, 9]) : nil, amends: chance(12) ? poll : nil, durationS: chance(8) ? pick([1, 30, 600]) : nil)
            if let receipt = try await attempt(command, as: caller) { polls.append(receipt.id) }
        case EditPoll.name.text:
            var draft = CreatePoll.plain(poll, in: pickID(meetings))
            draft.title = text
            draft.item = chance(2) ? nil : pickID(items)
            draft.amends = chance(4) ? pickID(polls) : nil
            try await attempt(EditPoll(to: draft), as: caller)
        case DropPoll.name.text: try await attempt(DropPoll(id: chance(4) ? poll : kit.newID()), as: caller)
        case OpenPoll.name.text: try await attempt(OpenPoll(id: poll), as: caller)
        case ClosePoll.name.text: try await attempt(ClosePoll(id: poll), as: caller)
        case AnnulPoll.name.text: try await attempt(AnnulPoll(id: poll, reason: text), as: caller)
        case CastVote.name.text:
            let voter = chance(8) ? caller : pick(city.seats)
            let row = try await kit.read { tx in try tx.row("SELECT method, secrecy FROM poll WHERE id = \(poll.text)").map { ($0.text("method"), $0.text("secrecy")) } }
            let selections = row?.0 == "election" || chance(30) ? pick([[], ["option0"], ["option1"], ["option1", "option0"], ["option7"]]).map { PollOptionID(trusted: $0) } : nil
            let isSecret = chance(30) ? chance(2) : row?.1 == "secret"
            let command = CastVote(
                poll: poll, choice: selections == nil ? pick(Choice.allCases) : nil, selections: selections, text: isSecret ? nil : personalText,
                tracker: isSecret ? "tracker-0123456789-\(step)-abcdef" : nil, sealedID: "opinion-\(step)")
            try await attempt(command, as: voter)
        case GiveCastingVote.name.text:
            let awaiting = try await kit.read { tx in try tx.rows("SELECT id FROM poll WHERE casting_until IS NOT NULL ORDER BY id").map { $0.id("id", OfPoll.self) } }
            let decider = chance(2) ? city.chair : caller
            try await attempt(GiveCastingVote(id: awaiting.isEmpty ? poll : pick(awaiting), vote: .init(choice: pick(Choice.allCases), basis: pick([.cast, .declared]))), as: decider)
        case ExpireCastingVote.name.text: try await attempt(ExpireCastingVote(id: poll), as: chance(2) ? .clock : caller)
        case RecordLateSlip.name.text:
            try await attempt(RecordLateSlip(poll: poll, choice: pick(Choice.allCases), text: personalText, sealedID: "late-\(step)"), as: chance(3) ? caller : pick(city.seats))
        case RemindSlips.name.text: try await attempt(RemindSlips(poll: poll, stage: pick(ReminderStage.allCases)), as: chance(2) ? .clock : caller)
        case NoteReminder.name.text:
            try await attempt(
                NoteReminder(poll: poll, stage: pick(ReminderStage.allCases), account: pick(city.seats).id, state: pick(["sent", "dropped", "failed"]), nextAt: kit.clock.now), as: chance(2) ? .clock : caller)
        case RepeatPoll.name.text: if let again = try await attempt(RepeatPoll(of: poll, as: kit.newID()), as: caller) { polls.append(again.id) }
        case EnterCount.name.text: try await attempt(EnterCount(id: poll, count: .init(for: pick([0, 3, 7]), against: pick([0, 4]), abstain: 0)), as: caller)
        case ConfirmCount.name.text: try await attempt(ConfirmCount(id: poll, count: .init(for: pick([0, 3, 7]), against: pick([0, 4]), abstain: 0)), as: caller)
        default: Issue.record("\(name) is in the catalogue and not in the simulation")
        }
    }

    private var particulars: MeetingParticulars {
        let start = kit.clock.now + Int64.random(in: -10_000...100_000, using: &random)
        return MeetingParticulars(
            title: chance(12) ? " " : "Phiên họp", type: pick([.regular, .regular, .circulated, .thematic]), form: .hybrid, startsAt: start,
            endsAt: start + (chance(12) ? 0 : 7200), place: text)
    }

    private var draft: AgendaItemDraft {
        AgendaItemDraft(title: text, kind: pick(AgendaItemKind.allCases), ask: pick(["", "Cho ý kiến"]), submitter: "", rapporteur: "", minutesPlanned: pick([nil, 10, 0]))
    }

    private var paper: StoredPaper {
        let digest = String(repeating: String("0123456789abcdef".randomElement(using: &random)!), count: 64)
        digests.append(digest)
        return StoredPaper(sha256: digest, bytes: 10, mediaType: "application/pdf", fileName: text)
    }

    /// Some of the rules, now and then such as nobody could mean.
    private func patch() throws -> RuleSetPatch? {
        if chance(3) { return nil }
        var parts: [String] = []
        if chance(2) {
            let (n, d) = pick([(1, 2), (2, 3), (3, 4), (1, 1), (0, 1), (1, 3), (1, 2), (2, 3), (1, 2), (3, 2)])
            parts.append(
                #""adoption":{"numerator":\#(n),"denominator":\#(d),"comparison":"\#(pick(["moreThan", "atLeast"]))","of":"\#(pick(["allMembers", "present", "cast", "valid"]))"}"#)
        }
        if chance(2) {
            let (n, d) = pick([(1, 2), (2, 3), (0, 1), (1, 4), (1, 7)])
            parts.append(#""quorum":{"numerator":\#(n),"denominator":\#(d)}"#)
        }
        if chance(2) { parts.append(#""tie":{"decidedBy":"\#(pick(["chairman", "presiding", "none"]))","applies":"\#(pick(["equalForAgainst", "exactHalf"]))"}"#) }
        if chance(3) { parts.append(#""quorumCheckedAt":"\#(pick(["opening", "openingAndClosing"]))""#) }
        if chance(3) { parts.append(#""absentMayVote":\#(chance(2)),"remoteVoteCountsAsPresence":\#(chance(2))"#) }
        if chance(3) { parts.append(#""circulation":{"silence":"\#(pick(["agree", "notCounted"]))","minimumReturned":\#(chance(8) ? "0" : pick(["null", "2"]))}"#) }
        return try .json("{\(parts.joined(separator: ","))}")
    }
}
