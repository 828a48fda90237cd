extension Refusal {
    /// Every way in which a rule says no, declared once; the HTTP status of each stands in contract §2.
    public enum Code: String, CaseIterable, Codable, Sendable {
        case authRequired = "auth.required"
        case authFailed = "auth.failed"
        /// Who votes from outside the room gives his password once more.
        case authReauthenticate = "auth.reauthenticate"
        case authForbidden = "auth.forbidden"
        case authThrottled = "auth.throttled"
        case notFound = "not-found"
        case requestMalformed = "request.malformed"
        case requestInvalid = "request.invalid"
        case requestTooLarge = "request.too-large"
        case idempotencyMismatch = "idempotency.mismatch"
        case versionStale = "version.stale"
        case meetingWrongState = "meeting.wrong-state"
        case meetingNoQuorum = "meeting.no-quorum"
        case pollNotOpen = "poll.not-open"
        case pollNoQuorum = "poll.no-quorum"
        case pollWrongState = "poll.wrong-state"
        case ballotNotEntitled = "ballot.not-entitled"
        case ballotRecused = "ballot.recused"
        case ballotAlreadyCast = "ballot.already-cast"
        case attendanceNeedsNote = "attendance.needs-note"
        case attendanceTooEarly = "attendance.too-early"
        case consentEmpty = "consent.empty"
        case proposalWrongState = "proposal.wrong-state"
        case floorClosed = "floor.closed"
        case floorWrongState = "floor.wrong-state"
        case agendaNumbersFrozen = "agenda.numbers-frozen"
        case recusalPollOpen = "recusal.poll-open"
        case rulesConfirmed = "rules.confirmed"
        case circulationNotApproved = "circulation.not-approved"
        case circulationNotDescribed = "circulation.not-described"
        case circulationBeforeDeadline = "circulation.before-deadline"
        case pollAmendmentsFirst = "poll.amendments-first"
        case pollByHand = "poll.by-hand"
        case pollCountFirst = "poll.count-first"
        case pollSecondPerson = "poll.second-person"
        case pollKeyLost = "poll.key-lost"
        case documentNotSupported = "document.not-supported"
        case documentDigestMismatch = "document.digest-mismatch"
        case documentEmpty = "document.empty"
        case documentPageNotFound = "document.page-not-found"
        case documentProcessing = "document.processing"
        case verifyTooComplex = "verify.too-complex"
        case verifyUnreadable = "verify.unreadable"
        case storeTooManyStreams = "store.too-many-streams"
        case reportForbidden = "report.forbidden"
        case reportWrongState = "report.wrong-state"
        case reportIncomplete = "report.incomplete"
        case reportNotReturnable = "report.not-returnable"
        case reportQuestionLimit = "report.question-limit"
        case reportExtensionLimit = "report.extension-limit"
        case reportExtensionLate = "report.extension-late"
        case reportSecondApprover = "report.second-approver"
        case reportTasksOpen = "report.tasks-open"
        case reportMasterClosed = "report.master-closed"
        case reportMasterCircle = "report.master-circle"
        case reportAlreadyRated = "report.already-rated"
        case reportReopenLate = "report.reopen-late"
        case reportReopenContent = "report.reopen-content"
        case escalationWrongState = "escalation.wrong-state"
        case escalationForbidden = "escalation.forbidden"
        case escalationIncomplete = "escalation.incomplete"
        case reportLinkWrong = "report.link-wrong"
        case reportLookupThrottled = "report.lookup-throttled"
        case taskWrongState = "task.wrong-state"
        case chainBroken = "chain.broken"

        /// HTTP status (RFC 9110) of the refusal.
        public var status: Int {
            switch self {
            case .requestMalformed: 400
            case .authRequired, .authFailed: 401
            case .authForbidden, .authReauthenticate, .ballotNotEntitled, .ballotRecused, .pollSecondPerson, .reportForbidden, .reportSecondApprover, .escalationForbidden: 403
            case .notFound, .documentPageNotFound, .reportLinkWrong: 404
            case .meetingWrongState, .agendaNumbersFrozen, .pollNotOpen, .pollWrongState, .ballotAlreadyCast, .attendanceTooEarly, .consentEmpty, .proposalWrongState, .floorClosed, .floorWrongState, .recusalPollOpen,
                .pollKeyLost, .rulesConfirmed, .circulationNotApproved, .circulationNotDescribed, .circulationBeforeDeadline, .pollAmendmentsFirst, .pollByHand, .pollCountFirst: 409
            case .reportWrongState, .reportNotReturnable, .reportQuestionLimit, .reportExtensionLimit, .reportExtensionLate, .reportTasksOpen, .reportMasterClosed,
                .reportMasterCircle, .reportAlreadyRated, .reportReopenLate, .reportReopenContent, .escalationWrongState, .taskWrongState, .chainBroken:
                409
            case .versionStale: 412
            case .requestTooLarge: 413
            case .documentNotSupported: 415
            case .requestInvalid, .idempotencyMismatch, .meetingNoQuorum, .pollNoQuorum, .documentDigestMismatch, .documentEmpty, .attendanceNeedsNote,
                .verifyTooComplex, .verifyUnreadable, .storeTooManyStreams, .reportIncomplete, .escalationIncomplete:
                422
            case .authThrottled, .reportLookupThrottled: 429
            case .documentProcessing: 503
            }
        }
    }
}
