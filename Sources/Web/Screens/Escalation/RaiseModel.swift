/// Writing an escalation.
struct RaiseModel: Sendable {
    var heading: String
    var backHref: String
    var code: String
    var aboutLine: String
    var standing: StandingModel?
    var limits: [DeskAct.Limit]
    var nextName: String
    var hasForms: Bool
    var isShort: Bool
    var shortTone: String
    var shortHref: String
    var fullTone: String
    var fullHref: String
    var postUrl: String
    var nextHref: String
    var version: String
    var whereText: String
    var doneText: String
    var asks: [OptionModel]
    var reasons: [OptionModel]
    var rules: [OptionModel]
    var legalBasis: String
    var sides: [OptionModel]
    var stage: String
    var cause: String
    var options: [Option]
    var people: String
    var neededBy: String
    var photoUrl: String
    var fileUrl: String
    var files: [EvidenceModel]
    var holding: String
    var submitLabel: String

    struct Option: Sendable {
        var index: Int
        var optionLabel: String
        var optionText: String
        var optionCost: String
        var optionTime: String
        var optionRisk: String
        var leadGroups: [GroupModel]
        var recommended: Bool
    }
}
