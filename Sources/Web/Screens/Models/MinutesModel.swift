/// The minutes as a page in the form of Decree 30, with the fields the secretary fills.
struct MinutesModel: Sendable {
    var meetingId: String
    var epoch: String
    var head: Int64
    var title: String
    var stateClass: String
    var stateSymbol: String
    var stateWord: String
    var stateSentence: String
    var isDraft: Bool
    var pdfHref: String?
    var actions: [ActionModel]
    var roomHref: String
    var hasMissing: Bool
    var missing: [String]
    var superior: String?
    var issuer: String
    /// "05/BB-UBND", or dots while none is reserved.
    var number: String
    /// The line under BIÊN BẢN.
    var legalSubject: String
    var sections: [Section]
    var secretaryName: String
    var presidingName: String

    struct Section: Sendable {
        var sectionKey: String
        var sectionTitle: String?
        var lines: [Line]
        var conclusionForm: Conclusion?
    }

    struct Line: Sendable {
        var lineText: String
        /// "Từ sự kiện 12, 14", or "Thư ký nhập".
        var provenance: String?
    }

    struct Conclusion: Sendable {
        var itemId: String
        var conclusionUrl: String
        var conclusionLabel: String
        var conclusionText: String
    }
}
