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
        /// Where an officer or head works.
        var unit: UnitID?
        var isHead: Bool?
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

    /// A report, taken as far as its steps say.
    struct Report: Decodable {
        var key: String
        var text: String
        var category: CategoryID
        var urgency: Urgency
        var place: UnitID
        var address: String
        var latitude: Double?
        var longitude: Double?
        var name: String?
        var phone: String?
        var hoursAgo: Int64
        var steps: [Step]
    }

    /// One step, so many hours after the one before it.
    struct Step: Decodable {
        var after: Double
        var by: String?
        var accept: Bool?
        var reject: String?
        var goInstead: String?
        var assign: UnitID?
        var start: Bool?
        var ask: String?
        var reply: String?
        var consult: UnitID?
        var request: String?
        var escalate: Dossier?
        var with: [String]?
        var forward: Bool?
        var decide: Decided?
        var answer: Answer?
        var approve: Bool?
        var rate: RatingLevel?
        var reopen: String?
    }

    struct Dossier: Decodable {
        var reason: EscalationReason
        var rule: CompetenceRuleID
        var legalBasis: String
        var side: EscalationSide
        var stage: String
        var cause: String
        var done: String
        var options: [DossierOption]
        var recommended: String
        var ask: EscalationAsk
        var holdingText: String
        var peopleAffected: Int
    }

    struct Decided: Decodable {
        var kind: DecisionKind
        var text: String
        var publicText: String?
        var leadUnit: UnitID?
        var dueDays: Int64?
        /// Key of a meeting of the seed.
        var meeting: String?
    }

    struct Answer: Decodable {
        var outcome: AnswerOutcome
        var text: String
        var plannedDays: Int64?
    }

    var body: String
    var people: [Person]
    var meetings: [Meeting]
    var reports: [Report]

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
