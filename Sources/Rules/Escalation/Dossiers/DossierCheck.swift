/// Names every field of a dossier that is missing or does not fit.
public struct DossierCheck: Sendable {
    public let policy: DossierPolicy
    /// Whether a unit exists in the tree of the report.
    public let knowsUnit: @Sendable (UnitID) -> Bool
    /// Whether a rule of competence exists.
    public let knowsRule: @Sendable (CompetenceRuleID) -> Bool

    public init(_ policy: DossierPolicy, knowsUnit: @escaping @Sendable (UnitID) -> Bool, knowsRule: @escaping @Sendable (CompetenceRuleID) -> Bool) {
        self.policy = policy
        self.knowsUnit = knowsUnit
        self.knowsRule = knowsRule
    }

    /// In the order of §1.6. Pointers are those of the request: `/reason`, `/legalBasis`, `/options/0/risk`, …
    public func faults(_ dossier: Dossier) -> [Refusal.Field] {
        var faults: [Refusal.Field] = []
        func need(_ isThere: Bool, _ pointer: String, _ reason: String = "field.required", _ parameters: [String: String] = [:]) {
            if !isThere { faults.append(.init(pointer: pointer, reason: reason, parameters: parameters)) }
        }
        need(dossier.reason != nil, "/reason")
        need(isText(dossier.legalBasis), "/legalBasis")
        if let rule = dossier.rule { need(knowsRule(rule), "/rule", "competence.unknown-rule", ["rule": rule.text]) }
        need(dossier.side != nil, "/side")
        need(isText(dossier.stage), "/stage")
        need(isText(dossier.cause), "/cause")
        need(isText(dossier.done), "/done")
        faults += optionFaults(dossier)
        need(dossier.ask != nil, "/ask")
        faults += attachmentFaults(dossier)
        need(dossier.hasPlace, "/place")
        need(isText(dossier.holdingText), "/holdingText")
        for (pointer, text) in [("/legalBasis", dossier.legalBasis), ("/stage", dossier.stage), ("/cause", dossier.cause), ("/done", dossier.done), ("/holdingText", dossier.holdingText)] {
            need((text?.count ?? 0) <= policy.maximumText, pointer, "field.too-long", ["limit": "\(policy.maximumText)"])
        }
        if let people = dossier.peopleAffected { need(people >= 0, "/peopleAffected", "field.negative") }
        return faults
    }

    private func optionFaults(_ dossier: Dossier) -> [Refusal.Field] {
        var faults: [Refusal.Field] = []
        if dossier.options.count < policy.minimumOptions {
            faults.append(
                .init(
                    pointer: "/options", reason: dossier.options.isEmpty ? "field.required" : "dossier.too-few-options",
                    parameters: ["count": "\(dossier.options.count)", "needed": "\(policy.minimumOptions)"]))
        }
        if dossier.options.count > policy.maximumOptions {
            faults.append(.init(pointer: "/options", reason: "field.too-many", parameters: ["limit": "\(policy.maximumOptions)"]))
        }
        var labels: Set<String> = []
        for (index, option) in dossier.options.prefix(policy.maximumOptions).enumerated() {
            let pointer = "/options/\(index)"
            for (name, text) in [("label", option.label), ("text", option.text), ("time", option.time), ("risk", option.risk)] where !isText(text) {
                faults.append(.init(pointer: "\(pointer)/\(name)", reason: "field.required"))
            }
            if !labels.insert(option.label).inserted { faults.append(.init(pointer: "\(pointer)/label", reason: "field.twice")) }
            if let cost = option.costVND {
                if cost < 0 { faults.append(.init(pointer: "\(pointer)/costVND", reason: "field.negative")) }
            } else {
                faults.append(.init(pointer: "\(pointer)/costVND", reason: "field.required"))
            }
            if let unit = option.leadUnit {
                if !knowsUnit(unit) { faults.append(.init(pointer: "\(pointer)/leadUnit", reason: "unit.unknown", parameters: ["unit": unit.text])) }
            } else {
                faults.append(.init(pointer: "\(pointer)/leadUnit", reason: "field.required"))
            }
        }
        if dossier.recommended.map(Syllables.isBlank) ?? true {
            faults.append(.init(pointer: "/recommended", reason: "field.required"))
        } else if dossier.proposal == nil {
            faults.append(.init(pointer: "/recommended", reason: "dossier.recommends-none-of-them"))
        }
        return faults
    }

    private func attachmentFaults(_ dossier: Dossier) -> [Refusal.Field] {
        let kinds = Set(dossier.attachments.map(\.kind))
        var faults: [Refusal.Field] = []
        if dossier.attachments.count > policy.maximumAttachments {
            faults.append(.init(pointer: "/attachments", reason: "field.too-many", parameters: ["limit": "\(policy.maximumAttachments)"]))
        }
        if policy.signedReportRequired ? !kinds.contains(.signedReport) : kinds.isDisjoint(with: [.photo, .signedReport]) {
            faults.append(.init(pointer: "/attachments", reason: policy.signedReportRequired ? "dossier.signed-report-needed" : "dossier.photo-or-report-needed"))
        }
        if dossier.reason == .acrossUnits, kinds.isDisjoint(with: [.opinion, .asked]) {
            faults.append(.init(pointer: "/attachments", reason: "dossier.opinion-needed"))
        }
        return faults
    }

    private func isText(_ text: String?) -> Bool { text.map { !Syllables.isBlank($0) } ?? false }
}
