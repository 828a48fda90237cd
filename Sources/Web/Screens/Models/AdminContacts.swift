import Cabinet
import Rules

/// Who opened contacts of reporters, the newest first.
struct AdminContacts: Sendable {
    struct Row: Sendable {
        var openedAt: String
        var openedBy: String
        var openedFor: String
        var openedCode: String
    }
    var openings: [Row]
    var moreLine: String?

    init(_ page: Listing<ContactAccessView>, _ lists: Lists) {
        openings = page.items.map {
            Row(openedAt: $0.at.text(.full, in: lists.p.language), openedBy: $0.personName, openedFor: lists.name($0.unit), openedCode: $0.code.description)
        }
        moreLine = page.next == nil ? nil : lists.p.t("contacts.more", ["n": "\(page.items.count)"])
    }
}
