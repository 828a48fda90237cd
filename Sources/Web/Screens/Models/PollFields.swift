/// The fields of a poll in preparation: blank for a new one, filled in for one to be corrected.
struct PollFields: Sendable {
    /// Begins the ids of the fields.
    var fieldId: String
    var pollTitle: String
    /// One option a line.
    var optionText: String
    var places: Int?
    var duration: Int64?
    var itemOptions: [OptionModel]
    /// Values are JSON objects `{"documentId","version","sha256"}`, or empty.
    var subjectOptions: [OptionModel]
    var showOptions: [OptionModel]
    var methodOptions: [OptionModel]
    var secrecyOptions: [OptionModel]
    var takingOptions: [OptionModel]
    /// Polls in preparation that an amendment may be put before.
    var amendsOptions: [OptionModel]
    /// What this form does not show and must not lose.
    var closesAt: String?
    var rulesPatch: String?
    /// Where a correction is sent, and the version it corrects.
    var editUrl: String
    var version: Int64
}
