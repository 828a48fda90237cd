/// All the data under which reports are handled: limits, calendars, units, competence. A value, made once per set of seeds.
public struct ReportLaw: Sendable {
    /// What is wrong with the data as a whole.
    public enum Fault: Error, Hashable, Sendable {
        case missingProfile(ServiceProfileID)
        case missingRow(ServiceProfileID, ClockKind, Urgency)
        case missingCalendar(CalendarID)
    }

    public let policy: ReportPolicy
    public let profiles: [ServiceProfileID: ServiceProfile]
    public let defaultProfile: ServiceProfile
    public let calendars: [CalendarID: WorkClock]
    public let competence: CompetenceTable

    public var forest: UnitForest { competence.forest }
    public var categories: CategoryTree { competence.categories }

    /// Refuses data with holes, so that nothing can be missing when a report moves.
    public init(
        policy: ReportPolicy = .init(), profiles: [ServiceProfile], defaultProfile: ServiceProfileID, calendars: [WorkClock], competence: CompetenceTable
    ) throws(Fault) {
        self.policy = policy
        self.profiles = Dictionary(profiles.map { ($0.id, $0) }, uniquingKeysWith: { $0.version > $1.version ? $0 : $1 })
        self.calendars = Dictionary(calendars.map { ($0.calendar.id, $0) }, uniquingKeysWith: { $0.calendar.version > $1.calendar.version ? $0 : $1 })
        self.competence = competence
        guard let profile = self.profiles[defaultProfile] else { throw .missingProfile(defaultProfile) }
        self.defaultProfile = profile
        guard self.calendars[policy.calendar] != nil else { throw .missingCalendar(policy.calendar) }
        for kind in ClockKind.allCases {
            for urgency in Urgency.allCases where profile.row(kind, urgency) == nil { throw .missingRow(profile.id, kind, urgency) }
        }
        for profile in self.profiles.values.sorted(by: { $0.id < $1.id }) {
            for row in profile.rows where self.calendars[row.calendar] == nil { throw .missingCalendar(row.calendar) }
        }
        for category in competence.categories.categories.values.sorted(by: { $0.code < $1.code }) where self.profiles[category.profile] == nil {
            throw .missingProfile(category.profile)
        }
    }

    /// The limit for a clock: of the category's own table, else of the default one.
    public func row(_ kind: ClockKind, _ urgency: Urgency, _ category: CategoryID?) -> ServiceProfile.Row {
        let profile = category.flatMap { categories[$0] }.flatMap { profiles[$0.profile] }
        guard let row = profile?.row(kind, urgency) ?? defaultProfile.row(kind, urgency) else {
            preconditionFailure("the default profile has every row")
        }
        return row
    }

    func clock(_ calendar: CalendarID) -> WorkClock {
        guard let clock = calendars[calendar] ?? calendars[policy.calendar] else { preconditionFailure("the calendar of the policy exists") }
        return clock
    }

    /// End of that many working days by the machine's own calendar.
    func instant(after days: Int, from now: Timestamp) -> Timestamp {
        let clock = clock(policy.calendar)
        return clock.due(from: now, budget: .days(days)) ?? clock.endOfHorizon
    }

    /// Every field a dossier lacks. The place is never one of them: each report has had one since it was received.
    public func faults(of dossier: Dossier) -> [Refusal.Field] {
        var dossier = dossier
        dossier.hasPlace = true
        let competence = competence
        return DossierCheck(policy.dossier, knowsUnit: { competence.forest[$0] != nil }, knowsRule: { competence.rule($0) != nil }).faults(dossier)
    }

    /// Every field an escalation lacks; only what is urgent may go up in the short form.
    public func faults(of form: ReportCommand.Escalating.Form, urgency: Urgency) -> [Refusal.Field] {
        switch form {
        case .full(let dossier): faults(of: dossier)
        case .short(let short) where urgency == .urgent: short.faults
        // What is not urgent has time for the whole dossier.
        case .short(let short): faults(of: Dossier(done: short.done, ask: short.ask))
        }
    }
}
