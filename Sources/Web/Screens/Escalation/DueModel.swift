import Rules

/// How a due instant came about, a sentence a line: the same on receipt, tracking page and desk.
struct DueModel: Sendable {
    struct Line: Sendable { var dueLine: String }
    var dueLines: [Line]
}

extension Lists {
    /// Whose clock it is and from when, which limit by which source, which calendar, whether it stands still, and the count itself.
    func why(_ clock: ReportClock, of urgency: Urgency, _ category: CategoryID?) -> DueModel {
        func time(_ instant: Timestamp) -> String { instant.text(.full, in: p.language) }
        let row = law.row(clock.kind, urgency, category)
        var lines = [p.t("due.clock", ["clock": clock.kind.name[p.language], "unit": name(clock.owner), "from": time(clock.startedAt)])]
        if clock.fixedDue == nil {
            let doubt = row.status == .unconfirmed ? " " + p.t("due.unconfirmed") : ""
            lines.append(p.t("due.limit", ["budget": clock.budget.words[p.language], "source": row.source]) + doubt)
            // A reopened report has a share of the limit only.
            if clock.budget != row.budget { lines.append(p.t("due.shortened", ["budget": row.budget.words[p.language]])) }
        } else if clock.extendedAt != nil, clock.fixedAt == nil {
            lines.append(p.t("due.extended", ["original": time(clock.originalDue)]))
        } else {
            lines.append(p.t("due.fixed"))
        }
        if let calendar = law.calendars[clock.calendar]?.calendar {
            lines.append(p.t("due.calendar", ["title": calendar.title[p.language], "version": "\(clock.calendarVersion)", "source": calendar.legalSource]))
        }
        if clock.isPaused, let since = clock.pauses.last?.from {
            lines.append(p.t("due.paused", ["from": time(since)]))
        } else {
            let ended = clock.pauses.count
            lines.append(ended == 0 ? p.t("due.running") : p.t("due.runningAgain", ["n": "\(ended)"]))
        }
        let counted = clock.fixedDue == nil ? law.calendars[clock.calendar]?.deadline(from: clock.startedAt, budget: clock.budget, pauses: clock.pauses) : nil
        if let counted { lines.append(p.t("due.counted", ["way": counted.explanation(in: p.language)])) }
        return DueModel(dueLines: lines.map { .init(dueLine: $0) })
    }
}
