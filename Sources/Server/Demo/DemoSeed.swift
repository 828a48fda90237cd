import Cabinet
import Rules

/// `Storage/Seeds/demo/city.json`: the demo city as data.
struct DemoSeed: Decodable {
    struct Person: Decodable {
        var username: String
        var name: String
        var title: String
        var role: AccountRole
        /// Nil: no place in the body.
        var bodyRole: BodyRole?
    }

    struct Item: Decodable {
        var key: String
        var title: String
        var kind: AgendaItemKind
        var ask: String
        var submitter: String
        var rapporteur: String
        var minutesPlanned: Int
    }

    struct Paper: Decodable {
        /// In `Storage/Seeds/papers`.
        var file: String
        var title: String
        var kind: String
        var item: String?
    }

    struct Absence: Decodable {
        var username: String
        var reason: String
    }

    struct Poll: Decodable {
        var item: String
        var title: String
        /// File of the paper voted on.
        var subject: String?
        var state: PollState
        /// Everyone else present is in favour.
        var against: [String]
        var abstain: [String]
    }

    struct Meeting: Decodable {
        var key: String
        var title: String
        var type: MeetingType
        var form: MeetingForm
        var place: String
        /// Began so long before the seeding …
        var startsMinutesAgo: Int64?
        /// … or begins so many days after it, at a time of day in Viet Nam.
        var daysAhead: Int64?
        var timeOfDay: String?
        var lastsMinutes: Int64
        var state: MeetingState
        var items: [Item]
        var papers: [Paper]
        var online: [String]
        var absent: [Absence]
        var unrecorded: [String]
        var polls: [Poll]
        var conclusions: [String: String]
        var current: String?
        var announcements: [String]
    }

    var body: String
    var people: [Person]
    var meetings: [Meeting]

    /// When a meeting begins, seen from `now`.
    static func start(of meeting: Meeting, from now: Timestamp) -> Timestamp {
        let minute: Int64 = 60_000
        if let ago = meeting.startsMinutesAgo { return Timestamp(ms: (now.ms - ago * minute) / (5 * minute) * (5 * minute)) }
        let day: Int64 = 86_400_000
        let zone: Int64 = 7 * 60 * minute
        let midnight = (now.ms + zone) / day * day - zone
        let parts = (meeting.timeOfDay ?? "08:00").split(separator: ":").compactMap { Int64($0) }
        return Timestamp(ms: midnight + (meeting.daysAhead ?? 1) * day + (parts.first ?? 8) * 60 * minute + (parts.last ?? 0) * minute)
    }
}
