/// The citizen's form, with all he has entered and what is wrong beside it.
struct ReportFormModel: Sendable {
    var kindCode: String
    var kindName: String
    var once: String
    var problem: String?
    var hasSimilar = false
    var similar: [Similar] = []
    var similarShown = ""
    var lat = ""
    var lon = ""
    var text = ""
    var textWrong: String?
    var photoKept = ""
    var photoName: String?
    var photoWrong: String?
    var wards: [OptionModel] = []
    var placeWrong: String?
    var street = ""
    var landmark = ""
    var addressWrong: String?
    var fields: [GroupModel] = []
    var categoryWrong: String?
    var name = ""
    var phone = ""
    var phoneWrong: String?
    var email = ""
    var emailWrong: String?
    var submitLabel: String

    struct Similar: Sendable {
        var similarTitle: String
        var similarLine: String
        var similarHref: String
        var similarCode: String
    }
}

/// What the citizen gets in hand.
struct ReceiptModel: Sendable {
    var code: String
    var sentence: String
    var trackHref: String
    var privateHref: String
    var privateAddress: String
    var holderId: String
    var holderName: String
    var dueISO: String
    var dueText: String
    var dueWhy: DueModel?
}
