import Rules
import Store

/// Every kind of fact, declared once (Docs/push.md). Kinds are never renamed and never change their meaning.
public enum EventKind: String, CaseIterable, Sendable {
    case accountAdded = "account.added"
    case trustChanged = "trust.changed"
    case accountDisabled = "account.disabled"
    case accountEnabled = "account.enabled"
    case passwordChanged = "password.changed"
    case sessionStarted = "session.started"
    case sessionConfirmed = "session.confirmed"
    case sessionEnded = "session.ended"

    case bodyAdded = "body.added"
    case memberChanged = "member.changed"
    case memberRemoved = "member.removed"
    case rulesChanged = "rules.changed"
    case rulesConfirmed = "rules.confirmed"

    case meetingCreated = "meeting.created"
    case meetingChanged = "meeting.changed"
    case meetingConvened = "meeting.convened"
    case meetingOpened = "meeting.opened"
    case meetingPaused = "meeting.paused"
    case meetingResumed = "meeting.resumed"
    case meetingClosed = "meeting.closed"
    case meetingCancelled = "meeting.cancelled"
    case meetingArchived = "meeting.archived"
    case minutesApproved = "minutes.approved"
    case attendanceChanged = "attendance.changed"
    case presidingChanged = "presiding.changed"
    case invitedChanged = "invited.changed"
    case agendaChanged = "agenda.changed"
    case itemCurrent = "item.current"
    case conclusionChanged = "conclusion.changed"
    case announcementPosted = "announcement.posted"

    case attendanceCorrected = "attendance.corrected"
    case invitationAnswered = "invitation.answered"
    case invitationDecided = "invitation.decided"
    case invitationChanged = "invitation.changed"
    case invitationDelivered = "invitation.delivered"
    case invitationOpened = "invitation.opened"
    case positionChanged = "position.changed"
    case consentPulledOut = "consent.pulled-out"
    case lateItemApproved = "item.late-approved"
    case noticeIssued = "notice.issued"
    case proposalChanged = "proposal.changed"
    case floorRequested = "floor.requested"
    case floorChanged = "floor.changed"
    case floorArranged = "floor.arranged"
    case reopeningAsked = "reopening.asked"
    case reopeningRefused = "reopening.refused"
    case meetingReopened = "meeting.reopened"
    case recusalChanged = "recusal.changed"
    case itemAccessChanged = "item.access-changed"

    case documentAdded = "document.added"
    case documentChanged = "document.changed"
    case documentReady = "document.ready"
    case documentVerdictChanged = "document.verdict-changed"
    case documentReleased = "document.released"
    case documentRemoved = "document.removed"

    case pollCreated = "poll.created"
    case pollOpened = "poll.opened"
    case pollClosed = "poll.closed"
    case pollAnnulled = "poll.annulled"
    case pollDecided = "poll.decided"
    case pollTimerChanged = "poll.timer-changed"
    case pollEdited = "poll.edited"
    case pollDropped = "poll.dropped"
    case circulationChanged = "circulation.changed"
    case circulationApproved = "circulation.approved"
    case circulationSummarised = "circulation.summarised"
    case circulationAnnounced = "circulation.announced"
    case slipLate = "slip.late"
    case slipsReminded = "slips.reminded"
    case countEntered = "count.entered"
    case countConfirmed = "count.confirmed"
    case ballotReceived = "ballot.received"
    case ballotRecorded = "ballot.recorded"

    case accountPlaced = "account.placed"
    case reportMoved = "report.moved"
    case reportPrompted = "report.prompted"
    case reportFileAdded = "report.file-added"
    case reportContactOpened = "report.contact-opened"
    case escalationMoved = "escalation.moved"
    case conclusionSigned = "conclusion.signed"
    case conclusionReleased = "conclusion.released"
    case taskClosed = "task.closed"

    case pageShown = "presenter.page-shown"
    case pageHidden = "presenter.page-hidden"

    case screenAssigned = "screen.assigned"
    case screenRemoved = "screen.removed"
}

extension Transaction {
    /// Appends a fact to a locked stream, in the name of the act's caller.
    /// - Parameter body: no personal content and no free text that may have to be erased.
    @discardableResult
    func record(_ kind: EventKind, in stream: StreamID, to audience: Audience, _ body: some Encodable & Sendable, by act: Act) throws -> Int64 {
        try append(
            to: stream, kind: kind.rawValue, at: act.at.ms, actor: act.caller.actor, audience: audience.description, body: try Canonical.encode(body))
    }
}

extension StreamID {
    static func meeting(_ id: MeetingID) -> StreamID { StreamID("meeting:\(id)") }
    static func person(_ id: UserID) -> StreamID { StreamID("person:\(id)") }
}

/// The body of a fact that says no more than its kind.
struct NoDetail: Codable, Sendable {}
