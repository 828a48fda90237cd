extension CompetenceTable {
    /// `Phường Láng xử lý – Thoát nước, trên địa bàn, đến 300.000.000 đồng: quy tắc P-TN (Luật …)`
    func why(_ unit: UnitID, _ rule: CompetenceRule) -> BilingualText {
        BilingualText(vi: why(unit, rule, .vietnamese), en: why(unit, rule, .english))
    }

    private func why(_ unit: UnitID, _ rule: CompetenceRule, _ language: Language) -> String {
        let isVietnamese = language == .vietnamese
        let field = rule.category.map { categories[$0]?.name[language] ?? $0.text } ?? (isVietnamese ? "mọi lĩnh vực" : "every field")
        let area = rule.area == .ownTerritory ? (isVietnamese ? "trên địa bàn" : "in its territory") : (isVietnamese ? "toàn Thành phố" : "in the whole city")
        let limit = limit(rule.limits, language).map { ", \($0)" } ?? ""
        let doubt = rule.status == .unconfirmed ? (isVietnamese ? "; căn cứ chưa xác nhận" : "; basis unconfirmed") : ""
        let lead = "\(forest.name(unit)[language]) \(rule.level.name[language])"
        return isVietnamese
            ? "\(lead) – \(field), \(area)\(limit): quy tắc \(rule.id) (\(rule.legalBasis)\(doubt))"
            : "\(lead) – \(field), \(area)\(limit): rule \(rule.id) (\(rule.legalBasis)\(doubt))"
    }

    func limitSentence(_ rule: CompetenceRule, _ unit: UnitID) -> BilingualText {
        func sentence(_ language: Language) -> String {
            let isVietnamese = language == .vietnamese
            let name = forest.name(unit)[language]
            let field = rule.category.map { categories[$0]?.name[language] ?? $0.text } ?? (isVietnamese ? "mọi lĩnh vực" : "every field")
            let doubt = rule.status == .unconfirmed ? (isVietnamese ? " Mức này chưa được xác nhận." : " The limit is unconfirmed.") : ""
            guard let limit = limit(rule.limits, language) else {
                return isVietnamese
                    ? "\(name) tự xử lý \(field), không giới hạn mức (\(rule.legalBasis)).\(doubt)" : "\(name) settles \(field) itself, without limit (\(rule.legalBasis)).\(doubt)"
            }
            return isVietnamese
                ? "\(name) tự xử lý \(field) \(limit) (\(rule.legalBasis)); vượt mức thì báo cáo, đề xuất cấp trên.\(doubt)"
                : "\(name) settles \(field) itself \(limit) (\(rule.legalBasis)); beyond that it reports and proposes upwards.\(doubt)"
        }
        return BilingualText(vi: sentence(.vietnamese), en: sentence(.english))
    }

    private func limit(_ limits: CompetenceRule.Limits, _ language: Language) -> String? {
        let isVietnamese = language == .vietnamese
        var parts: [String] = []
        if let money = limits.moneyVND { parts.append("\(Digits.grouped(money, in: language)) \(isVietnamese ? "đồng" : "VND")") }
        if let area = limits.areaM2 { parts.append("\(Digits.grouped(area, in: language)) m²") }
        guard !parts.isEmpty else { return nil }
        return (isVietnamese ? "đến " : "up to ") + parts.joined(separator: isVietnamese ? " và " : " and ")
    }
}
