/// The first page: now, waiting for me, next.
struct HomeModel: Sendable {
    var greeting: String
    var today: String
    var now: [Now]
    var waiting: [Waiting]
    /// Nil for those who handle no reports.
    var desk: Desk?
    /// Nil for those who prepare nothing.
    var preparing: Preparing?
    /// One task for the administrator, where the trust list is empty or lacks an issuer.
    var trustTask: TrustTask?
    var hasNext: Bool
    var next: [Next]
    var hasPast: Bool
    var past: [Past]

    /// A meeting in session, or the next one today.
    struct Now: Sendable {
        var meetingId: String
        var epoch: String
        var head: Int64
        var whenLabel: String
        var title: String
        var line: String
        var lamp: LampModel?
        var href: String
        var buttonLabel: String
        var warnings: [Warning]
    }

    struct Warning: Sendable {
        var warningClass: String
        var warningSymbol: String
        var warningWord: String
        var warningText: String
    }

    struct Waiting: Sendable {
        var key: String
        var title: String
        var line: String
        var href: String
        var buttonLabel: String
        /// What can be done from here, in one tap.
        var waitingActions: [ActionModel] = []
    }

    /// The queue of one's unit.
    struct Desk: Sendable {
        var unitName: String
        var line: String
        /// Nil when nothing presses.
        var sign: Sign?
    }

    struct Sign: Sendable {
        var lightClass: String
        var lightSymbol: String
        var lightWord: String
    }

    struct TrustTask: Sendable {
        var taskClass: String
        var taskSymbol: String
        var title: String
        var line: String
        var href: String
        var buttonLabel: String
    }

    struct Preparing: Sendable {
        var drafts: [Draft]
    }

    struct Draft: Sendable {
        var meetingId: String
        var title: String
        var line: String
        var stateClass: String
        var stateSymbol: String
        var stateWord: String
        var href: String
        var buttonLabel: String
    }

    struct Next: Sendable {
        var meetingId: String
        var when: String
        var title: String
        var place: String
        var part: String
        var papers: String
        /// His own invitation; nil where he is not invited, or nobody meets.
        var invitationHref: String?
        var href: String
    }

    struct Past: Sendable {
        var meetingId: String
        var when: String
        var title: String
        var place: String
        var stateClass: String
        var stateSymbol: String
        var stateWord: String
        var href: String
        var minutesHref: String?
    }
}
