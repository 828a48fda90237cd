import Rules

/// Who holds a report and until when, with its light: the same words on every screen.
struct StandingModel: Sendable {
    var holderId: String
    var holderName: String
    var lightClass: String
    var lightSymbol: String
    var lightWord: String
    var dueISO: String
    var dueText: String

    init(holder: UnitID, name: String, due: Timestamp, light: TrafficLight, _ p: Phrases) {
        let sign = p.light(light)
        holderId = holder.text
        holderName = name
        lightClass = sign.kind
        lightSymbol = sign.symbol
        lightWord = sign.word
        dueISO = due.rfc3339
        dueText = due.text(.full, in: p.language)
    }
}

extension Phrases {
    /// Colour, shape and word of a due instant.
    func light(_ light: TrafficLight) -> Sign {
        let (kind, symbol) =
            switch light {
            case .onTime: ("ok", "check")
            case .soon: ("warn", "clock")
            case .late: ("bad", "warning")
            case .paused: ("none", "pause")
            }
        return Sign(kind: kind, symbol: symbol, word: light.name[language])
    }

    func bucket(_ bucket: Bucket) -> Sign {
        let (kind, symbol) =
            switch bucket {
            case .waiting: ("none", "clock")
            case .processing: ("accent", "disc")
            case .answered: ("ok", "check")
            case .rejected: ("bad", "cross")
            }
        return Sign(kind: kind, symbol: symbol, word: bucket.name[language])
    }

    func urgency(_ urgency: Urgency) -> Sign {
        let (kind, symbol) =
            switch urgency {
            case .urgent: ("bad", "warning")
            case .complex: ("warn", "people")
            case .normal: ("none", "disc")
            }
        return Sign(kind: kind, symbol: symbol, word: urgency.name[language])
    }

    func outcome(_ outcome: AnswerOutcome) -> Sign {
        let (kind, symbol) =
            switch outcome {
            case .resolved: ("ok", "check")
            case .partlyResolved, .planned: ("warn", "clock")
            case .outOfScope, .unfounded, .duplicate: ("none", "disc")
            }
        return Sign(kind: kind, symbol: symbol, word: outcome.name[language])
    }

    func escalation(_ state: EscalationState) -> Sign {
        let (kind, symbol) =
            switch state {
            case .gathering, .inbox: ("warn", "clock")
            case .onAgenda: ("accent", "people")
            case .decided, .concluded: ("ok", "check")
            case .returned: ("none", "left")
            }
        return Sign(kind: kind, symbol: symbol, word: state.name[language])
    }

    /// How long something waits, in the largest unit that says something.
    func waiting(since: Timestamp, until now: Timestamp) -> String {
        let minutes = max(0, (now.ms - since.ms) / 60_000)
        if minutes < 60 { return t("inbox.minutes", ["n": "\(minutes)"]) }
        if minutes < 48 * 60 { return t("inbox.hours", ["n": "\(minutes / 60)"]) }
        return t("inbox.days", ["n": "\(minutes / 1440)"])
    }

    /// The beginning of a text, to the end of a word.
    func beginning(_ text: String, limit: Int = 90) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard line.count > limit else { return line }
        let cut = line.prefix(limit)
        return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? String(cut)) + "…"
    }
}
