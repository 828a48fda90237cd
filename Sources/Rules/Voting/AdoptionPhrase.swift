/// The majority rule in words: "quá nửa tổng số thành viên", "at least 2/3 of the members present".
struct AdoptionPhrase {
    let adoption: RuleSet.Adoption
    let language: Language
    /// What the ballots of base `valid` are called where a poll asks for or against.
    var validVotes: BilingualText = BilingualText(vi: "số phiếu hợp lệ", en: "the valid votes")

    /// The fraction: a half is a word, everything else a number.
    var part: String {
        guard isHalf else { return adoption.fraction.description }
        return language == .vietnamese ? "một nửa" : "half"
    }

    /// The base.
    var whole: String {
        switch (adoption.of, language) {
        case (.allMembers, .vietnamese): "tổng số thành viên"
        case (.allMembers, .english): "all members"
        case (.present, .vietnamese): "số thành viên có mặt"
        case (.present, .english): "the members present"
        case (.cast, .vietnamese): "số phiếu biểu quyết"
        case (.cast, .english): "the votes cast"
        case (.valid, _): validVotes[language]
        }
    }

    /// The rule as met or missed.
    func threshold(reached: Bool) -> String {
        language == .vietnamese ? vietnamese(reached: reached) : english(reached: reached)
    }

    private var isHalf: Bool { adoption.denominator == adoption.numerator * 2 }
    private var isUnanimity: Bool { adoption.comparison == .atLeast && adoption.numerator == adoption.denominator }

    private func vietnamese(reached: Bool) -> String {
        if isUnanimity { return (reached ? "đạt" : "không đạt") + " nhất trí trên \(whole)" }
        return switch adoption.comparison {
        case .moreThan: "\(reached ? "quá" : "không quá") \(isHalf ? "nửa" : part) \(whole)"
        case .atLeast: "\(reached ? "đạt ít nhất" : "không đạt") \(part) \(whole)"
        }
    }

    private func english(reached: Bool) -> String {
        if isUnanimity { return (reached ? "unanimous" : "not unanimous") + " among \(whole)" }
        return switch adoption.comparison {
        case .moreThan: "\(reached ? "more than" : "not more than") \(part) of \(whole)"
        case .atLeast: "\(reached ? "at least" : "less than") \(part) of \(whole)"
        }
    }
}

extension PollCount {
    func phrase(in language: Language) -> AdoptionPhrase {
        var adoption = rules.adoption
        adoption.of = baseKind
        let favour = circulated ? "đồng ý" : "tán thành"
        return AdoptionPhrase(
            adoption: adoption, language: language,
            validVotes: BilingualText(vi: "số phiếu \(favour) và không \(favour)", en: "the votes for and against"))
    }

    /// The rule in one line, for the panel above the buttons: "quá nửa tổng số thành viên: cần 12/22".
    public var ruleLine: BilingualText {
        let base = figures().base
        let rule = BilingualText(vi: phrase(in: .vietnamese).threshold(reached: true), en: phrase(in: .english).threshold(reached: true))
        guard baseKind.isFixed else { return rule }
        let needed = rules.adoption.needed(of: base)
        return BilingualText(
            vi: "\(rule.vi): cần \(Digits.grouped(needed))/\(Digits.grouped(base))",
            en: "\(rule.en): \(Digits.grouped(needed, in: .english))/\(Digits.grouped(base, in: .english)) needed")
    }
}
