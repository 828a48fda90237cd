extension Refusal {
    /// Every way in which a rule says no, declared once; the HTTP status of each stands in contract §2.
    public enum Code: String, CaseIterable, Codable, Sendable {
        case authRequired = "auth.required"
        case authFailed = "auth.failed"
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
        case documentNotSupported = "document.not-supported"
        case documentDigestMismatch = "document.digest-mismatch"
        case documentEmpty = "document.empty"
        case documentPageNotFound = "document.page-not-found"
        case documentProcessing = "document.processing"
        case verifyTooComplex = "verify.too-complex"
        case verifyUnreadable = "verify.unreadable"
        case storeTooManyStreams = "store.too-many-streams"

        /// HTTP status (RFC 9110) of the refusal.
        public var status: Int {
            switch self {
            case .requestMalformed: 400
            case .authRequired, .authFailed: 401
            case .authForbidden, .ballotNotEntitled, .ballotRecused: 403
            case .notFound, .documentPageNotFound: 404
            case .meetingWrongState, .pollNotOpen, .pollWrongState, .ballotAlreadyCast: 409
            case .versionStale: 412
            case .requestTooLarge: 413
            case .documentNotSupported: 415
            case .requestInvalid, .idempotencyMismatch, .meetingNoQuorum, .pollNoQuorum, .documentDigestMismatch, .documentEmpty,
                .verifyTooComplex, .verifyUnreadable, .storeTooManyStreams:
                422
            case .authThrottled: 429
            case .documentProcessing: 503
            }
        }
    }
}
