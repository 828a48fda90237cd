/// Who acts on a report, and what he is where, under the tree of the report. Made by the commands from tables, never from a request.
public struct ReportActor: Hashable, Sendable {
    public enum Role: Hashable, Sendable {
        case officer(UnitID)
        /// Head or deputy.
        case head(UnitID)
        case leader
        /// Holds the private link, or is the account that submitted.
        case reporter
        case moderator
        /// Secretary or chair of the meeting that dealt with it.
        case secretariat
        /// An instant has come, or an effect of a decision is carried out.
        case clock
    }

    public var person: UserID?
    public var roles: Set<Role>

    public init(person: UserID?, roles: Set<Role>) {
        self.person = person
        self.roles = roles
    }

    public static let clock = ReportActor(person: nil, roles: [.clock])
    public static let reporter = ReportActor(person: nil, roles: [.reporter])

    func isHead(of unit: UnitID) -> Bool { roles.contains(.head(unit)) }
    func works(at unit: UnitID) -> Bool { roles.contains(.officer(unit)) || isHead(of: unit) }
}
