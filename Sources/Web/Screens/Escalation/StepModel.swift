/// One line of a report's timeline.
struct StepModel: Sendable {
    var stepKey: String
    /// now, late, inside or nothing.
    var stepClass: String
    var stepISO: String
    var stepWhen: String
    var stepText: String
    var stepNote: String?
}
