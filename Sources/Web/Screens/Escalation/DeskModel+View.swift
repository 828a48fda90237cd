import Cabinet
import Rules

extension DeskModel {
    init(
        _ view: DeskView, _ listing: Listing<ReportLine>, _ counts: (all: Int, late: Int, soon: Int), _ opened: DeskOpen?, _ caller: Caller, _ lists: Lists
    ) {
        let p = lists.p
        let unit = view.unit ?? view.standing.unit
        personId = caller.person?.id.text ?? ""
        unitName = unit.map { p.t("desk.open", ["unit": lists.name($0), "n": "\(counts.all)"]) } ?? p.t("desk.noUnit")
        self.counts = Self.counts(view, counts, p)
        hasUnits = view.standing.readsAll
        units = hasUnits ? [OptionModel(value: "", label: p.t("desk.allUnits"))] + lists.handlers(selected: view.unit).flatMap(\.options) : []
        shows = DeskView.Show.allCases.filter { view.standing.unit != nil || $0 == .trail || $0 == .done }.map {
            OptionModel(value: $0.rawValue, label: p.t("desk.show.\($0.rawValue)"), selected: $0 == view.show)
        }
        search = view.search
        rows = listing.items.map { Row($0, view, isOpen: $0.id == opened?.id, lists) }
        emptyTitle = p.t("desk.noneTitle")
        emptyWhy = p.t("desk.noneWhy")
        more = listing.next == nil || counts.all <= rows.count ? nil : p.t("desk.moreRows", ["n": "\(counts.all - rows.count)"])
        open = opened.map { DeskReport($0, backHref: view.href(), lists) }
        act = opened.map { DeskAct($0, lists) }
        keys = [("J K", "next"), ("A", "act"), ("E", "write"), ("V", "escalate"), ("Q C", "ask"), ("R X", "back"), ("/", "search")].map {
            Key(keyName: $0.0, keyWhat: p.t("desk.key.\($0.1)"))
        }
    }

    private static func counts(_ view: DeskView, _ counts: (all: Int, late: Int, soon: Int), _ p: Phrases) -> [Count] {
        guard view.show != .done else { return [] }
        func count(_ light: TrafficLight, _ filter: ReportFilter.Light?, _ n: Int) -> Count {
            let sign = p.light(light)
            return Count(
                lightClass: sign.kind, lightSymbol: sign.symbol, countWord: p.t("desk.count.\(light.rawValue)", ["n": "\(n)"]),
                countHref: view.href(light: view.light == filter ? nil : filter, keepsLight: false), isHere: filter != nil && view.light == filter)
        }
        return [count(.late, .late, counts.late), count(.soon, .soon, counts.soon), count(.onTime, nil, counts.all - counts.late - counts.soon)]
    }
}

extension DeskModel.Row {
    init(_ line: ReportLine, _ view: DeskView, isOpen: Bool, _ lists: Lists) {
        let p = lists.p
        let sign = line.light.map(p.light) ?? p.bucket(line.bucket)
        rowId = line.id.text
        rowCode = line.code.description
        rowHref = view.href(report: line.id.text)
        self.isOpen = isOpen
        rowTitle = p.beginning(line.excerpt)
        lightClass = sign.kind
        lightSymbol = sign.symbol
        dueShort = line.due.map { "\(sign.word) \($0.text($0.inVietnam.date == line.receivedAt.inVietnam.date ? .clock : .day, in: p.language))" } ?? sign.word
        rowLine = p.line(
            line.urgency.name[p.language], lists.name(line.category), line.state.name[p.language], line.officerName,
            line.heldBy.map { p.t("desk.heldBy", ["name": $0]) }, line.isConsulted ? p.t("desk.show.asked") : nil)
    }
}
