/// The open report in the middle of the desk.
struct DeskReport: Sendable {
    var reportId: String
    var epoch: String
    var head: Int64
    var holdUrl: String?
    var backHref: String
    var code: String
    var title: String
    var standing: StandingModel?
    var stateCode: String
    var stateWord: String
    var aboutLine: String
    var officerLine: String
    /// Somebody else has it open.
    var heldBy: String?
    var flags: [Flag]
    var hasPhotos: Bool
    var photos: [PhotoModel]
    var text: String
    var saidBy: String
    var placeLine: String
    var contact: String?
    /// Where the contact is opened, for who may and has not just done so.
    var contactUrl: String?
    /// Where a head reads who opened contacts.
    var contactsHref: String?
    var ratings: [Rated]
    var additions: [Addition]
    var escalationHref: String?
    var hasClocks: Bool
    var clocks: [Clock]
    var dueWhy: DueModel?
    var steps: [StepModel]

    struct Flag: Sendable { var flagText: String }

    struct Rated: Sendable { var ratedText: String }

    struct Addition: Sendable {
        var additionText: String
        var additionLine: String
    }

    struct Clock: Sendable {
        var clockName: String
        var clockOwner: String
        var clockDue: String
    }
}
