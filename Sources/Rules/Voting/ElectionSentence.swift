extension ElectionCount {
    func because(_ result: ElectionResult) -> Because {
        Because(
            rule: code(of: result), ruleVersion: ruleVersion, source: rules.source, status: rules.status, vi: sentence(of: result, in: .vietnamese), en: sentence(of: result, in: .english))
    }

    private func code(of result: ElectionResult) -> String {
        switch result.outcome {
        case .noQuorum:
            if result.members == 0 { return "quorum.empty-roster" }
            return circulated ? "circulation.minimum-returned.\(rules.circulation.minimumReturned ?? 0)" : "quorum.closing.\(rules.quorum)"
        case .tie: return "election.tie-at-last-place"
        case .adopted, .notAdopted, .awaitingChairman: return adoption.code
        }
    }

    private var adoption: RuleSet.Adoption {
        var adoption = rules.adoption
        adoption.of = baseKind
        return adoption
    }

    private func sentence(of result: ElectionResult, in language: Language) -> String {
        var text =
            switch result.outcome {
            case .noQuorum: noQuorum(result)[language]
            case .tie: tie(result, in: language)[language]
            case .adopted: elected(result, in: language)[language]
            case .notAdopted, .awaitingChairman: nobody(result, in: language)[language]
            }
        if rules.status == .unconfirmed {
            text += language == .vietnamese ? " \(VietnamesePollWords.unconfirmed)" : " \(EnglishPollWords.unconfirmed)"
        }
        return text
    }

    private func noQuorum(_ result: ElectionResult) -> BilingualText {
        guard result.members > 0 else {
            return BilingualText(vi: "KHÔNG ĐỦ ĐIỀU KIỆN: danh sách thành viên trống.", en: "NO QUORUM: the roster is empty.")
        }
        guard let present = result.present, let needed = result.quorumNeeded else {
            let minimum = rules.circulation.minimumReturned ?? 0
            return BilingualText(
                vi: "KHÔNG ĐỦ ĐIỀU KIỆN: thu về \(result.castHeads)/\(result.members) phiếu, cần ít nhất \(minimum).",
                en: "NO QUORUM: \(result.castHeads)/\(result.members) slips returned, at least \(minimum) needed.")
        }
        return BilingualText(
            vi: "KHÔNG ĐỦ ĐIỀU KIỆN: có mặt \(present)/\(result.members), cần ít nhất \(needed) (\(rules.quorum) tổng số thành viên).",
            en: "NO QUORUM: \(present)/\(result.members) present, at least \(needed) needed (\(rules.quorum) of all members).")
    }

    private func elected(_ result: ElectionResult, in language: Language) -> BilingualText {
        let names = list(result.elected, result, in: language)
        let rule = threshold(result, reached: true, in: language)
        return method == .election
            ? BilingualText(vi: "TRÚNG CỬ: \(names); \(rule).", en: "ELECTED: \(names); \(rule).")
            : BilingualText(vi: "ĐƯỢC CHỌN: \(names); \(rule).", en: "CHOSEN: \(names); \(rule).")
    }

    private func nobody(_ result: ElectionResult, in language: Language) -> BilingualText {
        let highest = result.options.map(\.count).max() ?? 0
        let share = "\(Digits.grouped(highest, in: language))/\(Digits.grouped(result.base, in: language))"
        let rule = threshold(result, reached: false, in: language)
        return method == .election
            ? BilingualText(vi: "KHÔNG CÓ NGƯỜI TRÚNG CỬ: cao nhất \(share), \(rule).", en: "NOBODY ELECTED: highest \(share), \(rule).")
            : BilingualText(vi: "KHÔNG PHƯƠNG ÁN NÀO ĐƯỢC CHỌN: cao nhất \(share), \(rule).", en: "NOTHING CHOSEN: highest \(share), \(rule).")
    }

    private func tie(_ result: ElectionResult, in language: Language) -> BilingualText {
        let tied = list(result.tied, result, in: language)
        let above = list(result.elected, result, in: language)
        let first =
            result.elected.isEmpty
            ? BilingualText(vi: "", en: "")
            : method == .election
                ? BilingualText(vi: " Đã trúng cử: \(above).", en: " Elected: \(above).")
                : BilingualText(vi: " Đã được chọn: \(above).", en: " Chosen: \(above).")
        return BilingualText(
            vi: "NGANG PHIẾU ở vị trí cuối: \(tied); còn \(places - result.elected.count) vị trí.\(first.vi)",
            en: "TIE for the last place: \(tied); places left: \(places - result.elected.count).\(first.en)")
    }

    private func list(_ ids: [PollOptionID], _ result: ElectionResult, in language: Language) -> String {
        ids.compactMap { id in result.options.first { $0.id == id } }
            .map { "\($0.title) (\(Digits.grouped($0.count, in: language))/\(Digits.grouped(result.base, in: language)))" }
            .joined(separator: ", ")
    }

    private func threshold(_ result: ElectionResult, reached: Bool, in language: Language) -> String {
        let phrase = AdoptionPhrase(adoption: adoption, language: language).threshold(reached: reached)
        guard let needed = result.needed else { return phrase }
        let number = Digits.grouped(needed, in: language)
        return language == .vietnamese ? "\(phrase) (cần \(number))" : "\(phrase) (\(number) needed)"
    }
}
