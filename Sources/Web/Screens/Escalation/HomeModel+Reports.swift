import Cabinet
import Rules

extension HomeModel.Waiting {
    /// An escalation that waits for the reader: to decide, or to put before leadership.
    init(_ view: EscalationView, at now: Timestamp, _ lists: Lists) {
        let p = lists.p
        key = "escalation-\(view.id)"
        title = EscalationCard.title(view, lists)
        line = p.t("home.escalationLine", ["unit": lists.name(view.from), "waiting": p.waiting(since: view.submittedAt, until: now)])
        href = "/escalations/\(view.id)"
        buttonLabel = p.t(view.may.contains("decide") ? "home.decide" : "home.gather")
    }
}

extension HomeModel.Desk {
    init(_ counts: (all: Int, late: Int, soon: Int), _ unit: UnitID, _ lists: Lists) {
        let p = lists.p
        unitName = lists.name(unit)
        line = counts.all == 0 ? p.t("home.emptyQueue") : p.t("home.queueLine", ["late": "\(counts.late)", "soon": "\(counts.soon)", "open": "\(counts.all)"])
        let light: TrafficLight? = counts.late > 0 ? .late : counts.soon > 0 ? .soon : nil
        sign = light.map { light in
            let sign = p.light(light)
            return HomeModel.Sign(lightClass: sign.kind, lightSymbol: sign.symbol, lightWord: sign.word)
        }
    }
}

/// What the first page shows a person of reports and escalations.
struct HomeReports: Sendable {
    /// Most escalations on the first page; the inbox has them all.
    static let shown = 5

    var waiting: [HomeModel.Waiting] = []
    var desk: HomeModel.Desk?

    static func load(for caller: Caller, at now: Timestamp, from cabinet: Cabinet, _ p: Phrases) async throws -> HomeReports {
        let lists = Lists(law: try cabinet.law(), p: p)
        return try await cabinet.read { tx in
            let standing = try ReportStanding.of(caller, in: tx)
            var found = HomeReports()
            if standing.isLeader || standing.isOffice {
                let views = try Escalations.inbox(state: standing.isLeader ? .inbox : .gathering, for: caller, at: now, law: lists.law, limit: shown, in: tx).items
                found.waiting = views.map { HomeModel.Waiting($0, at: now, lists) }
            }
            if let unit = standing.unit {
                found.desk = HomeModel.Desk(try Reports.counts(ReportFilter(unit: unit, openOnly: true), for: caller, at: now, in: tx), unit, lists)
            }
            return found
        }
    }
}
