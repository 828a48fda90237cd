import Cabinet
import PaperWire
import Rules

/// How facts are said and shown on every screen: one place, so that a state has the same word, shape and colour everywhere.
struct Phrases: Sendable {
    let t: Words
    let language: Language

    /// A verdict or state: class of colour, icon, word.
    struct Sign: Sendable {
        var kind: String
        var symbol: String
        var word: String
    }

    /// "09:00–11:30, thứ Hai 23/11"
    func span(_ start: Timestamp, _ end: Timestamp) -> String {
        let first = start.text(.day, in: language)
        guard start.inVietnam.date == end.inVietnam.date else { return "\(first) – \(end.text(.day, in: language))" }
        let clock = start.text(.clock)
        return first.replacing(clock, with: "\(clock)–\(end.text(.clock))", maxReplacements: 1)
    }

    /// A day: "30/11/2026", "30 Nov 2026".
    func date(_ day: CivilDate) -> String { LocalTime(day, hour: 12, minute: 0)?.instant().text(.date, in: language) ?? day.description }

    func moment(_ time: Timestamp) -> String { time.text(.day, in: language) }

    /// "01:35"
    func minutes(_ milliseconds: Int64) -> String {
        let seconds = (milliseconds + 999) / 1000
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(seconds / 60)):\(two(seconds % 60))"
    }

    /// "9f3a 61c0"
    func short(_ sha256: String) -> String {
        "\(sha256.prefix(4)) \(sha256.dropFirst(4).prefix(4))"
    }

    /// "1,2 MB"
    func size(_ bytes: Int64) -> String {
        let kilobytes = max(1, (bytes + 512) / 1024)
        if kilobytes < 1024 { return "\(kilobytes) KB" }
        return Digits.decimal(Int((bytes * 10 + 524_288) / 1_048_576), places: 1, in: language) + " MB"
    }

    /// Parts that are there, with a dot between.
    func line(_ parts: String?...) -> String {
        parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    func lamp(_ meeting: MeetingView) -> LampModel? {
        guard meeting.type != .circulated else { return nil }
        let quorum = meeting.quorum
        let numbers = [
            "present": "\(quorum.present)", "members": "\(quorum.members)", "needed": "\(quorum.needed)", "missing": "\(max(0, quorum.needed - quorum.present))",
        ]
        let sentence = t(quorum.isMet ? "lamp.sentenceEnough" : "lamp.sentenceShort", numbers)
        return LampModel(
            count: "\(quorum.present)/\(quorum.members)", lampWord: t(quorum.isMet ? "lamp.enough" : "lamp.short", numbers), lampSentence: sentence,
            lampTitle: basis(quorum).map { "\(sentence) \($0)" } ?? sentence, lampClass: quorum.isMet ? "ok" : "bad", lampSymbol: quorum.isMet ? "check" : "warning")
    }

    /// Where the rule stands, and whether the legal unit has confirmed it; nil where the rules do not say.
    func basis(_ quorum: Quorum) -> String? {
        guard let source = quorum.source else { return nil }
        return t(quorum.isConfirmed == false ? "quorum.basisUnconfirmed" : "quorum.basis", ["share": quorum.share, "source": source])
    }

    /// Why a gate is shut, with its law.
    func short(_ key: String, _ quorum: Quorum) -> String {
        let sentence = t(key, quorum.parameters)
        return basis(quorum).map { "\(sentence) \($0)" } ?? sentence
    }

    /// "Đã xác nhận 12/22, xin vắng 2, chưa trả lời 8 (cần 15). Chưa chắc đủ."
    func forecast(_ forecast: QuorumForecast) -> String {
        let numbers = [
            "attending": "\(forecast.attending)", "members": "\(forecast.members)", "declining": "\(forecast.declining)", "unanswered": "\(forecast.unanswered)",
            "needed": "\(forecast.needed)",
        ]
        let outlook = t("invitation.outlook.\(forecast.outlook.rawValue)")
        return "\(t("invitation.forecast", numbers)) \(outlook.prefix(1).uppercased())\(outlook.dropFirst())."
    }

    /// Colours of the state in the head: live, paused, waiting or over.
    func state(_ state: MeetingState) -> Sign {
        let (kind, symbol) =
            switch state {
            case .draft: ("waiting", "edit")
            case .convened: ("waiting", "clock")
            case .open: ("live", "disc")
            case .paused: ("paused", "pause")
            case .closed, .minutesApproved, .archived: ("over", "square")
            case .cancelled: ("over", "cross")
            }
        return Sign(kind: kind, symbol: symbol, word: t("state.\(state.rawValue)"))
    }

    /// The same as a sign in a table.
    func stateSign(_ state: MeetingState) -> Sign {
        var sign = self.state(state)
        sign.kind = state == .open ? "ok" : state == .paused ? "warn" : "none"
        return sign
    }

    /// The four signs of a paper; nil while it is being verified or when its bytes carry no signatures at all.
    func verdict(_ document: DocumentView) -> Sign? {
        guard let indication = document.indication else { return nil }
        // The administrator's task: a reader can do nothing about it, so no paper warns him of it.
        if document.awaitsTrust { return Sign(kind: "none", symbol: "clock", word: t("verdict.awaitsTrust")) }
        let needed = DocumentKind(rawValue: document.kind)?.requiresSignature ?? false
        return verdict(indication, document.subIndication, signatureNeeded: needed)
    }

    func verdict(_ indication: Indication, _ subIndication: String?, signatureNeeded: Bool = false) -> Sign {
        switch indication {
        case .passed: Sign(kind: "ok", symbol: "check", word: t("verdict.passed"))
        case .failed: Sign(kind: "bad", symbol: "cross", word: t("verdict.failed"))
        case .indeterminate:
            subIndication == "NO_SIGNATURE"
                ? Sign(kind: signatureNeeded ? "warn" : "none", symbol: signatureNeeded ? "warning" : "dash", word: t("verdict.none"))
                : Sign(kind: "warn", symbol: "question", word: t("verdict.indeterminate"))
        }
    }

    func kind(_ document: DocumentView) -> String {
        DocumentKind(rawValue: document.kind)?.name[language] ?? document.kind
    }

    func choice(_ choice: Choice?) -> (kind: String, symbol: String, word: String) {
        switch choice {
        case .for: ("for", "check", t("choice.for"))
        case .against: ("against", "cross", t("choice.against"))
        case .abstain: ("abstain", "dash", t("choice.abstain"))
        case nil: ("none", "empty", t("choice.none"))
        }
    }

    /// The same on a circulated slip: agree, disagree, another opinion.
    func choice(_ choice: Choice?, onSlip: Bool) -> (kind: String, symbol: String, word: String) {
        var said = self.choice(choice)
        if onSlip, let choice { said.word = choice.slipName[language] }
        return said
    }

    /// A ballot in words: the choice, the titles of its options, or blank.
    func vote(_ vote: Vote, of poll: PollView) -> String {
        switch vote {
        case .choice(let choice): self.choice(choice, onSlip: poll.isCirculated).word
        case .selections(let selections): titles(selections, of: poll)
        }
    }

    func titles(_ selections: [PollOptionID], of poll: PollView) -> String {
        selections.isEmpty ? t("ballot.blank") : selections.compactMap { id in poll.options.first { $0.id == id }?.title }.joined(separator: ", ")
    }

    /// "9f3a 61c0 …"
    func groups(_ text: String) -> String {
        stride(from: 0, to: text.count, by: 4).map { String(text.dropFirst($0).prefix(4)) }.joined(separator: " ")
    }

    func outcome(_ outcome: Outcome, of poll: PollView) -> (kind: String, symbol: String, word: String) {
        let said = self.outcome(outcome, method: poll.method)
        guard outcome == .awaitingChairman, poll.rules.tie.decidedBy == .presiding else { return said }
        return (said.kind, said.symbol, t("outcome.awaitingPresiding"))
    }

    func outcome(_ outcome: Outcome, method: PollMethod = .approval) -> (kind: String, symbol: String, word: String) {
        let word = t(method == .approval || ![.adopted, .notAdopted].contains(outcome) ? "outcome.\(outcome.rawValue)" : "outcome.\(method.rawValue).\(outcome.rawValue)")
        return switch outcome {
        case .adopted: ("adopted", "check", word)
        case .notAdopted: ("not-adopted", "cross", word)
        case .awaitingChairman: ("waiting", "clock", word)
        case .noQuorum, .tie: ("void", "dash", word)
        }
    }

    /// "đến 08:12 · rời 10:05 · trở lại 10:20"; nil before anything was recorded, or where he never came.
    func comings(_ changes: [AttendanceChangeView], withNotes: Bool = false) -> String? {
        var wasThere = false
        var isThere = false
        var parts: [String] = []
        for change in changes {
            let note = withNotes ? change.note.map { " (\($0))" } ?? "" : ""
            let time = ["time": change.at.text(.clock)]
            if change.state.isPresent != isThere {
                parts.append(t(change.state.isPresent ? wasThere ? "attendance.returned" : "attendance.arrived" : "attendance.left", time) + note)
            } else if !note.isEmpty {
                parts.append(change.at.text(.clock) + note)
            }
            isThere = change.state.isPresent
            wasThere = wasThere || isThere
        }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    /// "dự thay ông A"; nil for who speaks for himself.
    func substitute(_ entry: FloorEntry) -> String? { entry.substituteFor.map { t("floor.substituteFor", ["name": $0]) } }

    /// Whether the chairman agreed to an absence, and who recorded it where that was another.
    func consent(_ invitation: InvitationView) -> String? {
        invitation.consent.map { consent in
            let said = t("invitation.consent.\(consent.rawValue)")
            guard consent != .pending, let name = invitation.consentRecordedBy else { return said }
            return t("invitation.consentRecorded", ["consent": said, "name": name])
        }
    }

    func attendance(_ state: AttendanceState?) -> Sign {
        switch state {
        case .inRoom: Sign(kind: "ok", symbol: "check", word: t("attendance.inRoom"))
        case .online: Sign(kind: "ok", symbol: "screen", word: t("attendance.online"))
        case .absent: Sign(kind: "none", symbol: "cross", word: t("attendance.absent"))
        case nil: Sign(kind: "none", symbol: "empty", word: t("attendance.unknown"))
        }
    }

    /// The rule of a body in a few words, before anyone knows who votes.
    func rule(_ adoption: RuleSet.Adoption) -> String {
        let fraction = "\(adoption.numerator)/\(adoption.denominator)"
        let exact = "rule.\(adoption.comparison.rawValue).\(fraction).\(adoption.of.rawValue)"
        let known = t(exact)
        if known != exact { return known }
        return t("rule.\(adoption.comparison.rawValue)", ["fraction": fraction, "base": t("rule.base.\(adoption.of.rawValue)")])
    }
}
