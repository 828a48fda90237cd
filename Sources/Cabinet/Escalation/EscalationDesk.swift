import Rules
import Store

enum EscalationDesk {
    /// The roles of the rules that the caller holds towards an escalation.
    static func roles(_ caller: Caller, in tx: borrowing Transaction) throws -> Set<ReportActor.Role> {
        let standing = try ReportStanding.of(caller, in: tx)
        var roles: Set<ReportActor.Role> = []
        if let unit = standing.unit {
            roles.insert(.officer(unit))
            if standing.isHead { roles.insert(.head(unit)) }
        }
        if standing.isLeader { roles.insert(.leader) }
        return roles
    }
}
