/// The first page: now, waiting for me, next.
struct HomeModel: Sendable {
    var greeting: String
    var today: String
    var now: [Now]
    var waiting: [Waiting]
    /// Nil for those who prepare nothing.
    var preparing: Preparing?
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
